using System.Net;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Browsing;
using Given;
using Npgsql;

namespace Faults.Tests;

/// <summary>An installation in production as docs/operations.md has it, from an empty server to the first person who signs in.</summary>
public sealed partial class FirstInstallationTests(TestDatabase server) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Commands = "dotnet Portal.dll ";
    private readonly string _name = $"first_{Guid.CreateVersion7():N}";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"court-first-{Guid.CreateVersion7()}");

    private string Database => $"{server.ConnectionString()};Database={_name}";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString());
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", connection);
        await drop.ExecuteNonQueryAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Two_administrators_sign_in_and_choose_a_password_of_their_own()
    {
        var portal = InProduction("Portal");
        var steps = Steps();
        Assert.Equal(["migrate", "open-administrator", "open-administrator"], steps.Select(s => s[0]));
        List<string> passwords = [];
        foreach (var step in steps)
        {
            var (code, said) = await portal.Run(step);
            Assert.True(code == 0, said);
            passwords.AddRange(Password().Matches(said).Select(m => m.Groups[1].Value));
        }

        Assert.Equal(2, passwords.Distinct().Count());
        await Refused(
            portal,
            "已有 2 名系统管理员",
            "--court",
            "gz-zy",
            "--name",
            "王五",
            "--account",
            "wangwu",
            "--mobile",
            "13800138002"
        );
        Assert.DoesNotContain(passwords[0], await Dump(), StringComparison.Ordinal);

        portal.Start();
        try
        {
            await portal.Ready();
            using (var first = new PortalVisitor(portal.Address))
            {
                await first.SignIn("zhangsan", passwords[0]);
                Assert.Equal("/password", (await first.Ask("/city-changes")).Elsewhere);
                Assert.Contains("初始密码", WebUtility.HtmlDecode(await first.Read("/password")), StringComparison.Ordinal);
                await first.Submit(
                    "/password",
                    "password",
                    ("Posted.Current", passwords[0]),
                    ("Posted.Chosen", "My-own-12368"),
                    ("Posted.Again", "My-own-12368")
                );
            }

            using var again = new PortalVisitor(portal.Address);
            await again.SignIn("zhangsan", "My-own-12368");
            Assert.Contains("张三", WebUtility.HtmlDecode(await again.Read("/city-changes")), StringComparison.Ordinal);
        }
        finally
        {
            await portal.Kill();
        }

        var (verified, findings) = await portal.Run("verify-trace");
        Assert.True(verified == 0, findings);
    }

    [Fact]
    public async Task What_cannot_be_right_is_refused_by_a_sentence()
    {
        var portal = InProduction("Portal");
        string[] person = ["--court", "gz-zy", "--name", "张三", "--account", "zhangsan", "--mobile", "13800138000"];
        await Refused(portal, "The database cannot be reached: ", person);
        Assert.Equal(0, (await portal.Run("migrate")).ExitCode);
        await Refused(portal, "只能为广州中院", With(person, "yuexiu", at: 1));
        await Refused(portal, "姓名写得不对", With(person, "13800138000", at: 3));
        await Refused(portal, "工号写得不对", With(person, "张 三", at: 5));
        await Refused(portal, "手机号码不对", With(person, "020-83210000", at: 7));
        Assert.Equal(0, (await portal.Run(["open-administrator", .. person])).ExitCode);
        await Refused(portal, "这个工号已经有人使用", person);
    }

    [Theory]
    [InlineData("Portal")]
    [InlineData("MiniProgramApi")]
    public async Task A_host_does_not_migrate_by_itself(string project)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString());
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand($"CREATE DATABASE {_name}", connection))
            await create.ExecuteNonQueryAsync();
        var (code, errors) = await InProduction(project).Refuse();
        Assert.Equal(1, code);
        Assert.Contains("请先备份，再运行 migrate", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        await using var empty = new NpgsqlConnection(Database);
        await empty.OpenAsync();
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", empty);
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("demo-accounts")]
    [InlineData("seed-demo")]
    public async Task Demo_data_is_refused(string command)
    {
        var (code, said) = await InProduction("Portal").Run(command);
        Assert.Equal((1, "Demo data is for Development only (ASPNETCORE_ENVIRONMENT)."), (code, said.Trim()));
    }

    private static async Task Refused(HostProcess portal, string beginning, params string[] person)
    {
        var (code, said) = await portal.Run(["open-administrator", .. person]);
        Assert.True(code == 1, said);
        Assert.Contains(beginning, Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static string[] With(string[] person, string value, int at) => [.. person[..at], value, .. person[(at + 1)..]];

    /// <summary>What the chapter tells to run, in its order.</summary>
    private static List<string[]> Steps()
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "operations.md"));
        var chapter = text[text.IndexOf("### The first installation", StringComparison.Ordinal)..];
        var block = chapter.Split("```")[1];
        return
        [
            .. block
                .Split('\n')
                .Where(line => line.StartsWith(Commands, StringComparison.Ordinal))
                .Select(line => line[Commands.Length..].Split(' ')),
        ];
    }

    /// <summary>All that is kept of staff and their traces.</summary>
    private async Task<string> Dump()
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var read = new NpgsqlCommand(
            "SELECT (SELECT string_agg(s::text, '') FROM staff s) || (SELECT string_agg(t::text, '') FROM trace t WHERE kind = 'first_post_opened')",
            connection
        );
        var all = (string)(await read.ExecuteScalarAsync())!;
        Assert.Contains("zhangsan", all, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(all, "first_post_opened"));
        return all;
    }

    private HostProcess InProduction(string project)
    {
        Directory.CreateDirectory(_folder);
        var settings = ProductionSettings.All(_folder).AsEnvironment();
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["ConnectionStrings__Court"] = Database;
        return new HostProcess(project, settings);
    }

    [GeneratedRegex("first sign-in: (\\S+)")]
    private static partial Regex Password();
}
