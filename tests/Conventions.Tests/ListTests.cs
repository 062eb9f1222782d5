namespace Conventions.Tests;

/// <summary>No list is cut off in silence, and no query outlives the screen that asked.</summary>
public class ListTests
{
    // Queries that read a number of rows by themselves instead of a page of the pager (ADR 28), and why nobody is misled.
    private static readonly Dictionary<string, string> s_short = new(StringComparer.Ordinal)
    {
        ["ConfirmationQueries.cs"] = "asks whether a name is rare; the list itself is paged",
        ["InboundSmsQueries.cs"] = "the newest open orders of one phone, to choose from",
        ["LitigantServiceQueries.cs"] =
            "a page of the pager whose size the client says; the first hundred to do, by their day, for the home page",
        ["LitigantCaseQueries.cs"] = "a page of the pager by the next day; the next hundred hearings for the home page",
        ["LitigantBindingQueries.cs"] = "a page of the pager whose size the client says; a hundred agents who act for one person",
        ["LitigantReadingQueries.cs"] = "a page of the pager whose size the client says",
        ["LitigantSubmissionQueries.cs"] =
            "a page of the pager whose size the client says; two hundred that the court released in one case",
        ["SubmissionQueries.cs"] = "the newest fifty on the page of a case; all of them are in the list",
        ["ReadingQueries.cs"] =
            "the last two hundred pages that were read, as the screen says; the last five readings of one person in one case",
        ["LitigantOrderQueries.cs"] = "a page of the pager whose size the client says",
        ["BatchQueries.cs"] = "one case more than a batch takes: the screen refuses to go on",
        ["ServiceTaskQueries.cs"] = "the first plans that failed, beside how many there are",
        ["RelatedQueries.cs"] = "the newest of a case beside how many more there are; the screen says when not all were compared",
        ["BoardQueries.cs"] = "the wallboard's oldest: a screen on the wall that nobody scrolls",
        ["ShellQueries.cs"] = "the bell's first orders, beside how many there are",
        ["MattersQueries.cs"] = "a page of the pager, grouped by person",
    };

    [Fact]
    public void No_query_caps_a_list_unless_it_is_known_why()
    {
        var capping =
            from folder in new[] { "src/Infrastructure", "src/Portal", "src/MiniProgramApi" }
            from file in Checkout.Files(folder)
            where file.EndsWith("Queries.cs", StringComparison.Ordinal)
            where Checkout.Text(file).Contains(".Take(", StringComparison.Ordinal)
            select Path.GetFileName(file);
        Assert.Equal(s_short.Keys.Order(StringComparer.Ordinal), capping.Order(StringComparer.Ordinal));
    }

    /// <summary>Who watches otherwise misses what changes between its reading and its watching.</summary>
    [Fact]
    public void Every_screen_watches_by_the_one_helper_that_asks_what_it_missed()
    {
        // No screens: whether somebody may still be there. Both look after they have begun to watch.
        string[] known = ["LiveWatch.cs", "SessionChecks.cs", "StaffAuthenticationState.cs"];
        var others =
            from file in Checkout.Files("src/Portal")
            where Path.GetExtension(file) is ".cs" or ".razor" && !known.Contains(Path.GetFileName(file))
            let text = Checkout.Text(file)
            where text.Contains(".Watch(", StringComparison.Ordinal) || text.Contains(".WatchAll(", StringComparison.Ordinal)
            select file;
        Assert.Empty(others);
    }

    [Fact]
    public void Every_query_of_a_screen_ends_with_the_screen()
    {
        string[] withoutAScreen = ["src/Portal/App/Commands.cs", "src/Portal/App/UseCaseRunner.cs"];
        var endless =
            from file in Checkout.Files("src/Portal")
            where Path.GetExtension(file) is ".cs" or ".razor" && !withoutAScreen.Contains(file)
            let text = Checkout.Text(file)
            where text.Contains("CancellationToken.None", StringComparison.Ordinal) || text.Contains(", default)", StringComparison.Ordinal)
            select file;
        Assert.Empty(endless);
    }
}
