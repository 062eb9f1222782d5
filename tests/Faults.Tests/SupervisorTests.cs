using System.Diagnostics;
using System.Globalization;
using Given;

namespace Faults.Tests;

/// <summary>A host that dies under <c>./run</c>: its supervisor, <c>dev/processes.sh</c>, over a real API host on a real database.</summary>
[Collection(OnHosts.Name)]
public sealed class SupervisorTests(Hosts hosts) : IAsyncLifetime
{
    private const string Supervise = """
        cd "$0" && root=$0 && source "$1/dev/processes.sh"
        host_dll() { echo "$root/src/$1/bin/$configuration/net10.0/$1.dll"; }
        trap 'stop_hosts; exit 0' TERM
        start_host api MiniProgramApi "$2"
        while true; do revive_hosts; sleep 0.3; done
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("court-supervised-").FullName;
    private readonly int _port = FreePort.Next();
    private Process _supervisor = null!;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        foreach (var folder in new[] { "data/run", "data/logs" })
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "src"), Path.Combine(Checkout.Root, "src"));
        string[] arguments = [_folder, Checkout.Root, _port.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("/bin/bash", ["-uc", Supervise, .. arguments]);
        start.Environment["configuration"] = Checkout.Configuration;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Court"] = hosts.ConnectionString;
        start.Environment["Files__Root"] = hosts.Files;
        start.Environment["Worker__Watch"] = "false";
        _supervisor = Process.Start(start)!;
    }

    public async Task DisposeAsync()
    {
        using (var stop = Process.Start("/bin/kill", ["-TERM", _supervisor.Id.ToString(CultureInfo.InvariantCulture)]))
            await stop.WaitForExitAsync();
        await _supervisor.WaitForExitAsync();
        _supervisor.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_killed_host_is_started_again_and_serves()
    {
        await Serves();
        using (var first = await Host(except: 0))
        {
            first.Kill();
            await first.WaitForExitAsync();
            using var second = await Host(except: first.Id);
            await Serves();
            Assert.False(second.HasExited);
        }
    }

    private async Task<Process> Host(int except)
    {
        var id = except;
        await Wait.Until(
            "the host has a process",
            async () =>
                int.TryParse(await File.ReadAllTextAsync(Path.Combine(_folder, "data/run/api.pid")), CultureInfo.InvariantCulture, out id)
                && id != except
        );
        return Process.GetProcessById(id);
    }

    private async Task Serves()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = TimeSpan.FromSeconds(5) };
        await Wait.Until(
            "the host serves",
            async () =>
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
        );
    }
}
