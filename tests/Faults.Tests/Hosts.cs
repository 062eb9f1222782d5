using System.Diagnostics;
using System.Globalization;
using Given;
using Infrastructure.PostgreSql;
using Npgsql;

namespace Faults.Tests;

/// <summary>Both hosts and a PostgreSQL that really flushes to disk, each a process that can be killed.</summary>
public sealed class Hosts : IAsyncLifetime
{
    // Not CreateTempSubdirectory: that one is closed to others, and the postgres user has to pass through.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"court-faults-{Guid.CreateVersion7()}");
    private PrivateCluster _cluster = null!;

    public HostProcess Portal { get; private set; } = null!;
    public HostProcess Api { get; private set; } = null!;
    public CourtData Data { get; private set; } = null!;
    public string ConnectionString => _cluster.ConnectionString();
    public string Files => Path.Combine(_folder, "files");

    public async Task InitializeAsync()
    {
        await StartDatabase();
        Data = await CourtData.Open(_cluster.ConnectionString());
        Directory.CreateDirectory(Files);
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Court"] = _cluster.ConnectionString(),
            ["Files__Root"] = Files,
            ["Worker__Enabled"] = "false",
            ["Worker__Watch"] = "false",
            ["RateLimits__CreatePerPerson"] = "100000",
            ["RateLimits__ConsentPerPerson"] = "100000",
            ["RateLimits__CreatePerAddress"] = "100000",
            ["RateLimits__SmsCodePerAddress"] = "100000",
            ["Unverified__MessagesADay"] = "100000",
            ["Unverified__UploadsADay"] = "100000",
            ["SmsCodes__StrangersPerPhone"] = "1000",
            ["SmsCodes__StrangersPerNetwork"] = "1000",
        };
        (Portal, Api) = (new HostProcess("Portal", settings), new HostProcess("MiniProgramApi", settings));
        await EverythingRuns();
    }

    /// <summary>Each test begins with it, so that one that failed half-way does not spoil the next.</summary>
    public async Task EverythingRuns()
    {
        await StartDatabase();
        Portal.Start();
        Api.Start();
        await Task.WhenAll(Portal.Ready(), Api.Ready());
    }

    public async Task StartDatabase() => _cluster = await PrivateCluster.Start(Path.Combine(_folder, "postgresql"));

    /// <summary>kill -9 of the postmaster and of every process that serves a connection.</summary>
    public async Task KillDatabase()
    {
        List<Process> killed = [.. Postmaster().Concat(Children())];
        foreach (var process in killed)
            process.Kill();
        foreach (var process in killed)
        {
            await process.WaitForExitAsync();
            process.Dispose();
        }

        NpgsqlConnection.ClearAllPools(); // the test's own connections
    }

    public async Task DisposeAsync()
    {
        await Portal.Kill();
        await Api.Kill();
        await _cluster.Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private string Cluster => Path.Combine(_folder, "postgresql", "cluster");

    private IEnumerable<Process> Postmaster() =>
        [Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture))];

    private IEnumerable<Process> Children() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where
            int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
            && new FileInfo($"{folder}/cwd").LinkTarget == Cluster
        select Process.GetProcessById(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
}

/// <summary>One at a time: they kill the same processes.</summary>
[CollectionDefinition(Name)]
public sealed class OnHosts : ICollectionFixture<Hosts>
{
    public const string Name = "hosts";
}
