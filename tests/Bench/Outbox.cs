using System.Diagnostics;
using Domain.Notifications;
using Domain.WorkOrders;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MiniProgramApi.App;

namespace Bench;

/// <summary>One worker host against a gateway that it reaches by HTTP on loopback.</summary>
internal static class Outbox
{
    private const int Waiting = 10_000;
    private const int PerSecond = 100;
    private static readonly Dictionary<string, string> s_fields = WorkOrderNotices.Answered.FieldNames.ToDictionary(
        f => f,
        _ => "2026112000001"
    );

    public static async Task Measure(string connectionString, TimeSpan time, Report report)
    {
        await using var gateway = GatewayServer.Start(FreePort.Next());
        var data = await CourtData.Open(connectionString);
        var queued = await Queue(data, Waiting);
        await using var host = new HostFactory<LitigantHub>(
            connectionString,
            more: builder =>
            {
                builder.ConfigureLogging(logging => logging.ClearProviders());
                builder.UseSetting("Worker:Enabled", "true");
                builder.UseSetting("Outbox:Channels:Sms:PerSecond", "100000"); // the machine's limit, not the gateway's
                builder.ConfigureTestServices(services =>
                    services.RemoveAll<INoticeGateway>().AddSingleton<INoticeGateway>(new HttpGateway(gateway.Address))
                );
            }
        );
        host.StartServer();
        await Wait.Until("the waiting notices are handed over", () => gateway.Got.Count >= queued.Count);
        var first = gateway.Got.Values.Min(t => t.At);
        var elapsed = Stopwatch.GetElapsedTime(first, gateway.Got.Values.Max(t => t.At));
        var throughput = Load.Of(
            $"outbox, {Waiting:N0} waiting",
            [.. gateway.Got.Values.Select(t => Stopwatch.GetElapsedTime(first, t.At).TotalMilliseconds)],
            elapsed
        );
        report.Add(0, throughput);
        report.Compare("notices handed over per second, one worker", throughput.Rate, "≥ 300", throughput.Rate >= 300);

        var hosted = new CourtData(host.Services); // its commits wake the worker as a request's do
        Dictionary<Guid, long> committed = [];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        var handOverBegun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(handOverBegun) < time && await timer.WaitForNextTickAsync())
        {
            var notice = (await Queue(hosted, 1))[0];
            committed[notice] = Stopwatch.GetTimestamp();
        }

        await Wait.Until("the new notices are handed over", () => committed.Keys.All(gateway.Got.ContainsKey));
        var latencies = committed
            .Select(c => Math.Max(0, Stopwatch.GetElapsedTime(c.Value, gateway.Got[c.Key].At).TotalMilliseconds))
            .ToList();
        var within = latencies.Count(l => l <= 1_000) / (double)latencies.Count;
        report.Add(0, Load.Of("outbox, commit to gateway", latencies, Stopwatch.GetElapsedTime(handOverBegun)));
        report.Compare("share handed over within 1 s", within, "≥ 0.95", within >= 0.95);
    }

    private static Task<List<Guid>> Queue(CourtData data, int count) =>
        data.Use(
            async (CourtDb db) =>
            {
                var now = TimeProvider.System.GetUtcNow();
                var rows = Enumerable
                    .Range(0, count)
                    .SelectMany(i => WorkOrderNotices.Answered.To(NoticeRecipient.Phone(CourtData.Mobile(i)), s_fields))
                    .Select(n => n.WrittenAt(now))
                    .ToList();
                db.Set<Notice>().AddRange(rows);
                await db.SaveChangesAsync();
                return rows.ConvertAll(n => n.Id);
            }
        );
}
