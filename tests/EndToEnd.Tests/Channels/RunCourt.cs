using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Time;
using Microsoft.EntityFrameworkCore;
using Simulators.Phones;

namespace EndToEnd.Tests.Channels;

/// <summary>
/// Portal, API and simulated phones as <c>./run --at</c> starts them: processes of their own with the environment of
/// <c>dev/environment.sh</c>, on a database of the test. It is Friday morning in Guangzhou.
/// </summary>
public sealed partial class RunCourt : IAsyncLifetime
{
    private const string Start = "2026-11-20T10:00:00+08:00";
    private readonly TestDatabase _database = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"court-run-{Guid.CreateVersion7()}");
    private readonly Dictionary<string, string> _environment = [];
    private readonly HostProcess _portal;
    private readonly HostProcess _api;
    private readonly HostProcess _simulators;

    public RunCourt() =>
        (_portal, _api, _simulators) = (
            new HostProcess("Portal", _environment),
            new HostProcess("MiniProgramApi", _environment),
            new HostProcess("Simulators", _environment)
        );

    public Uri Portal => _portal.Address;
    public Uri Api => _api.Address;
    public Browser Browser { get; private set; } = null!;
    internal PhonesPage Phones { get; private set; } = null!;

    /// <summary>Puts people and cases there; what is under test happens in the processes.</summary>
    public CourtData Data { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Directory.CreateDirectory(Path.Combine(_folder, "files"));
        await ReadEnvironment();
        _environment["ConnectionStrings__Court"] = _database.ConnectionString();
        _environment["Clock__StartAt"] = Start;
        Data = await CourtData.Open(
            _database.ConnectionString(),
            new ShiftedClock(DateTimeOffset.Parse(Start, CultureInfo.InvariantCulture)),
            settings: [("Files:Root", _environment["Files__Root"])]
        );
        foreach (var host in new[] { _simulators, _portal, _api })
            host.Start();
        await Task.WhenAll(_simulators.Ready(), _portal.Ready(), _api.Ready());
        Browser = await Browser.Launch();
        Phones = await PhonesPage.Open(Browser, _simulators.Address);
    }

    /// <summary>With the code that comes to the simulated phone.</summary>
    public Task<LitigantClient> SignIn(string phone) => LitigantClient.SignIn(Api, phone, () => CodeOn(phone));

    public async Task AskForCode(string phone)
    {
        using var client = new LitigantClient(Api);
        await client.AskForCode(phone);
    }

    /// <summary>Accepts what the mini-program asks for after a message.</summary>
    public static async Task Subscribe(LitigantClient person)
    {
        var asked = (await person.Ask("subscriptions/templates?for=message")).GetProperty("items");
        var results = asked.EnumerateArray().ToDictionary(template => template.GetString()!, _ => "accept");
        Assert.NotEmpty(results);
        using var accepted = await person.Post("subscriptions", new { id = Guid.CreateVersion7(), results });
        accepted.EnsureSuccessStatusCode();
    }

    public async Task<string> GiveMailbox(Staff staff)
    {
        var mailbox = $"{staff.LoginName}@gzcourt.example";
        await Data.Use(
            (CourtDb db) => db.Set<Staff>().Where(s => s.Id == staff.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Email, mailbox))
        );
        return mailbox;
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        foreach (var host in new[] { _portal, _api, _simulators })
            await host.Kill();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string?> CodeOn(string phone)
    {
        IReadOnlyList<PhoneMessage> messages = [];
        await Wait.Until($"a code comes to {phone}", async () => (messages = await Phones.MessagesTo(phone, Kind.Sms)).Count > 0);
        return Code().Match(messages[0].Text).Value;
    }

    private async Task ReadEnvironment()
    {
        const string script = """
            root=$0 api_port=$1 simulator_port=$2 smtp_port=$3
            source "$root/dev/environment.sh" && host_environment "$4" && env -0
            """;
        string[] arguments = [Checkout.Root, Port(_api.Address.Port), Port(_simulators.Address.Port), Port(FreePort.Next()), _folder];
        var start = new ProcessStartInfo("/bin/bash", ["-uc", script, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        foreach (var line in text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (
                line[..line.IndexOf('=', StringComparison.Ordinal)],
                line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]
            );
            if (name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE", StringComparison.Ordinal))
                _environment[name] = value;
        }
    }

    private static string Port(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();
}

[CollectionDefinition(Name)]
public sealed class OnRunCourt : ICollectionFixture<RunCourt>
{
    public const string Name = "run";
}
