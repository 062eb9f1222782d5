using Given;

namespace Faults.Tests;

/// <summary>What is asked of a command wrongly, or cannot be reached, is said in a line.</summary>
public sealed class CommandTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Nowhere = "Host=127.0.0.1;Port=1";

    [Theory]
    [InlineData("verify-trace", "--fils")]
    [InlineData("verify-trace", "files")]
    [InlineData("migrate", "--files")]
    [InlineData("seed-demo", "now")]
    [InlineData("demo-accounts", "--all")]
    [InlineData("anchor-trace", "--files")]
    [InlineData("verify-figures", "-v")]
    [InlineData("rebuild-figures", "--fils")]
    [InlineData("import-documents", "folder", "--fils")]
    [InlineData("import-documents")]
    [InlineData("open-administrator")]
    [InlineData("open-administrator", "--court", "gz-zy", "--name", "张三", "--account", "zhangsan")]
    [InlineData("open-administrator", "--court", "gz-zy", "--name", "张三", "--account", "zhangsan", "--phone", "13800138000")]
    public async Task An_option_that_no_command_knows_is_refused(params string[] command)
    {
        var (code, said) = await Portal(Nowhere).Run(command);
        Assert.Equal(2, code);
        Assert.StartsWith("Usage: Portal", said, StringComparison.Ordinal);
        Assert.Equal(
            command is ["open-administrator", ..] && !command.Contains("--mobile"),
            said.Contains("--mobile missing", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("migrate", Nowhere)]
    [InlineData("seed-demo", Nowhere)]
    [InlineData("verify-trace", Nowhere)]
    [InlineData("anchor-trace", Nowhere)]
    [InlineData("verify-figures", Nowhere)]
    [InlineData("rebuild-figures", Nowhere)]
    [InlineData("import-documents", Nowhere)]
    [InlineData("verify-trace", "Hst=court.example")]
    [InlineData("verify-trace", "court.example")]
    public async Task A_database_that_does_not_answer_is_one_line(string command, string connectionString)
    {
        var (code, said) = await Portal(connectionString).Run(command == "import-documents" ? [command, "folder"] : [command]);
        IsOneLine(
            code,
            said,
            connectionString == Nowhere ? "The database cannot be reached: " : "ConnectionStrings:Court cannot be read: "
        );
    }

    [Theory]
    [InlineData("Database=nowhere")]
    [InlineData("Username=nobody")]
    public async Task A_database_or_a_name_that_the_server_does_not_know_is_one_line(string other)
    {
        var (code, said) = await Portal($"{database.ConnectionString("commands")};{other}").Run("verify-trace");
        IsOneLine(code, said, "The database cannot be reached: ");
    }

    [Theory]
    [InlineData("Portal", Nowhere)]
    [InlineData("MiniProgramApi", Nowhere)]
    [InlineData("Portal", "Hst=court.example")]
    public async Task A_host_without_its_database_says_so_in_one_line(string project, string connectionString)
    {
        var (code, said) = await Of(project, connectionString).Refuse();
        IsOneLine(
            code,
            said,
            connectionString == Nowhere ? "The database cannot be reached: " : "ConnectionStrings:Court cannot be read: "
        );
    }

    private static void IsOneLine(int code, string said, string beginning)
    {
        Assert.True(code == 1, said);
        Assert.StartsWith(beginning, Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static HostProcess Portal(string connectionString) => Of("Portal", connectionString);

    private static HostProcess Of(string project, string connectionString) =>
        new(project, new Dictionary<string, string> { ["ConnectionStrings__Court"] = connectionString });
}
