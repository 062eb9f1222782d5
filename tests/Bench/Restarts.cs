using System.Diagnostics;
using System.Globalization;
using Given;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Bench;

/// <summary>
/// How long nobody is served when a host is killed and started again: from its start to its word that it can work, beside a bare web
/// program of the same framework.
/// </summary>
internal static class Restarts
{
    private static readonly string[] s_hosts = ["MiniProgramApi", "Portal"];

    public static async Task Run(string connectionString, int rounds, Report report)
    {
        await using (await Hosts.Start(connectionString)) { } // tables and first rows
        Report.PrintHead();
        var bare = report.Add(0, await Bare(rounds));
        foreach (var name in s_hosts)
        {
            var host = new HostProcess(name, Hosts.Settings(connectionString));
            var figures = report.Add(0, await Measure(name, rounds, host.Start, host.Ready, host.Kill));
            report.Compare($"{name} serves after its start, s, p50", figures.P50 / 1000, "≤ 5", figures.P50 <= 5000);
            report.Compare($"{name} / bare web program, p50", figures.P50 / bare.P50);
        }
    }

    /// <summary>What this program does with <c>--bare ADDRESS</c>: an endpoint that says yes.</summary>
    public static async Task Serve(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapGet("/", () => "ok");
        await app.RunAsync();
    }

    private static async Task<Figures> Bare(int rounds)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        Process process = null!;
        return await Measure(
            "bare web program",
            rounds,
            () => process = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bench.dll"), "--bare", address]),
            () => Wait.Until("the bare program serves", async () => (await http.GetStringAsync("/")).Length > 0),
            async () =>
            {
                using (process)
                {
                    process.Kill();
                    await process.WaitForExitAsync();
                }
            }
        );
    }

    private static async Task<Figures> Measure(string name, int rounds, Action start, Func<Task> ready, Func<Task> kill)
    {
        List<double> took = [];
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            start();
            await ready();
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await kill();
        }

        return Load.Of(name, took, Stopwatch.GetElapsedTime(begun));
    }
}
