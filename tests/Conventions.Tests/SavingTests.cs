namespace Conventions.Tests;

/// <summary>How things are saved and worked at is written in one place each.</summary>
public class SavingTests
{
    [Fact]
    public void Only_Changing_knows_of_lost_races() =>
        Assert.Equal(["Changing.cs", "KeyTakenException.cs"], Naming("src/Domain", "DbUpdate").Select(Path.GetFileName));

    [Fact]
    public void Everything_that_works_without_a_request_is_a_Worker() =>
        Assert.Equal(
            ["src/Infrastructure/Workers/Worker.cs"],
            Naming("src", ": BackgroundService").Where(file => !file.StartsWith("src/Simulators/", StringComparison.Ordinal))
        );

    [Fact]
    public void The_context_names_no_feature() =>
        Assert.Equal(
            ["using Domain.Shared;", "using Infrastructure.Live;", "using Infrastructure.Tracing.Seals;"],
            Checkout
                .Text("src/Infrastructure/Persistence/CourtDb.cs")
                .Split('\n')
                .Where(line =>
                    line.StartsWith("using Domain.", StringComparison.Ordinal)
                    || line.StartsWith("using Infrastructure.", StringComparison.Ordinal)
                )
        );

    private static IEnumerable<string> Naming(string folder, string word) =>
        Checkout
            .Files(folder)
            .Where(file => Path.GetExtension(file) == ".cs" && Checkout.Text(file).Contains(word, StringComparison.Ordinal));
}
