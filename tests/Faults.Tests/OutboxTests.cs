using System.Diagnostics;
using Domain.Notifications;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>The worker in a process of its own, with a full queue, while something is killed under it.</summary>
[Collection(OnHosts.Name)]
public sealed class OutboxTests(Hosts hosts) : IAsyncLifetime
{
    private const int Queued = 2_000;
    private GatewayServer _gateway = null!;
    private readonly List<Process> _workers = [];

    public async Task InitializeAsync()
    {
        _gateway = GatewayServer.Start(FreePort.Next());
        _gateway.Delay = TimeSpan.FromMilliseconds(50);
        await hosts.EverythingRuns();
        await hosts.Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.State == NoticeState.Queued).ExecuteDeleteAsync());
    }

    public async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await WorkerProcess.Kill(worker);
            worker.Dispose();
        }

        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Every_notice_goes_out_although_the_worker_is_killed_in_the_middle()
    {
        var queued = await Queue();
        var worker = StartWorker();
        await Wait.Until("the worker is busy", () => _gateway.Got.Count > Queued / 5);
        await WorkerProcess.Kill(worker);
        Assert.True(_gateway.Got.Count < Queued, "It had finished before it was killed.");
        StartWorker();
        await AssertAllWentOut(queued);
    }

    [Fact]
    public async Task Every_notice_goes_out_although_the_database_is_killed_in_the_middle()
    {
        var queued = await Queue();
        StartWorker();
        await Wait.Until("the worker is busy", () => _gateway.Got.Count > Queued / 5);
        await hosts.KillDatabase();
        Assert.True(_gateway.Got.Count < Queued, "It had finished before the database was killed.");
        await hosts.StartDatabase();
        await AssertAllWentOut(queued);
    }

    private async Task AssertAllWentOut(List<Guid> queued)
    {
        await Wait.Until(
            "all are recorded",
            () =>
                hosts.Data.Use(
                    (CourtDb db) => db.Set<Notice>().Where(n => queued.Contains(n.Id)).AllAsync(n => n.State == NoticeState.Accepted)
                )
        );
        Assert.Equal(queued.Order(), _gateway.Got.Keys.Order());
        var lost = await hosts.Data.Use(
            (CourtDb db) =>
                db.Set<NoticeAttempt>()
                    .Where(a => queued.Contains(a.NoticeId) && a.Outcome != AttemptOutcome.Accepted)
                    .GroupBy(a => a.NoticeId)
                    .ToDictionaryAsync(g => g.Key, g => g.Count())
        );
        // Again under its key only where nobody could know what had come of the try before.
        Assert.All(_gateway.Got, got => Assert.InRange(got.Value.Times, 1, 1 + lost.GetValueOrDefault(got.Key)));
        Assert.Equal(
            Queued,
            await hosts.Data.Use(
                (CourtDb db) => db.Set<NoticeAttempt>().CountAsync(a => queued.Contains(a.NoticeId) && a.Outcome == AttemptOutcome.Accepted)
            )
        );
    }

    private Task<List<Guid>> Queue() =>
        hosts.Data.Use(
            async (CourtDb db) =>
            {
                var fields = WorkOrderNotices.Answered.FieldNames.ToDictionary(f => f, _ => "1");
                var rows = Enumerable
                    .Range(0, Queued)
                    .SelectMany(i => WorkOrderNotices.Answered.To(NoticeRecipient.Phone(CourtData.Mobile(i)), fields))
                    .ToList();
                var now = await hosts.Data.Use((TimeProvider clock) => Task.FromResult(clock.GetUtcNow()));
                db.Set<Notice>().AddRange(rows.Select(n => n.WrittenAt(now)));
                await db.SaveChangesAsync();
                return rows.ConvertAll(n => n.Id);
            }
        );

    private Process StartWorker()
    {
        var worker = WorkerProcess.Start(hosts, _gateway.Address);
        _workers.Add(worker);
        return worker;
    }
}
