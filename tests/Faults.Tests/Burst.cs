using System.Collections.Concurrent;
using System.Net;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>
/// Sixteen phones that leave message after message at once. Each makes the id, and sends again under the same id whenever
/// the other side is away or breaks, as the mini-program does.
/// </summary>
internal sealed class Burst(Hosts hosts)
{
    private const int Phones = 16;
    private const int MessagesEach = 20;

    private readonly List<(Litigant Person, LitigantClient Phone)> _phones = [];
    private readonly ConcurrentDictionary<Guid, string> _accepted = new();
    private Guid _court;
    private int _interrupted;

    public int Accepted => _accepted.Count;

    /// <summary>Sends that got no answer, or the answer that something is broken.</summary>
    public int Interrupted => _interrupted;

    public static async Task<Burst> Prepare(Hosts hosts)
    {
        await hosts.Data.People("liwan");
        var burst = new Burst(hosts) { _court = (await hosts.Data.Court("liwan")).Id };
        for (var i = 0; i < Phones; i++)
        {
            var person = await hosts.Data.Litigant();
            burst._phones.Add((person, await LitigantClient.SignIn(hosts.Api.Address, person, hosts.Data)));
        }

        return burst;
    }

    public Task Run() => Task.WhenAll(_phones.Select(p => Task.Run(() => LeaveMessages(p.Phone))));

    /// <summary>In the middle: some are accepted, most are still to be sent.</summary>
    public Task IsUnderWay() => Wait.Until("a third of the messages is accepted", () => Accepted >= Phones * MessagesEach / 3);

    public async Task AssertAllAreThereOnce()
    {
        Assert.Equal(Phones * MessagesEach, Accepted);
        var people = _phones.ConvertAll(p => (Guid?)p.Person.Id);
        var (orders, notices, rows) = await hosts.Data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<WorkOrder>().AsNoTracking().Where(o => people.Contains(o.LitigantId)).ToListAsync(),
                    await db.Set<Notice>()
                        .AsNoTracking()
                        .Where(n => db.Set<WorkOrder>().Any(o => o.Id == n.SubjectId && people.Contains(o.LitigantId)))
                        .ToListAsync(),
                    await db.Set<TraceRow>()
                        .AsNoTracking()
                        .Where(t => db.Set<WorkOrder>().Any(o => o.Id == t.SubjectId && people.Contains(o.LitigantId)))
                        .ToListAsync()
                )
        );

        Assert.Equal(_accepted.Keys.Order(), orders.Select(o => o.Id).Order());
        Assert.All(orders, o => Assert.Equal(_accepted[o.Id], o.Number));
        Assert.Equal(orders.Count, orders.Select(o => o.Number).Distinct().Count());

        string[] toldOnce = [WorkOrderNotices.Dispatched.Key, WorkOrderNotices.Received.Key];
        Assert.All(
            orders,
            o => Assert.Equal(toldOnce, notices.Where(n => n.SubjectId == o.Id).Select(n => n.Kind).Order(StringComparer.Ordinal))
        );
        string[] tracedOnce = [WorkOrderFacts.Received, WorkOrderFacts.Dispatched];
        Assert.All(
            orders,
            o => Assert.Equal(tracedOnce, rows.Where(r => r.SubjectId == o.Id).OrderBy(r => r.Sequence).Select(r => r.Kind))
        );
        var trace = await hosts.Data.VerifyTrace();
        Assert.True(trace.IsIntact, trace.ToString());
    }

    private async Task LeaveMessages(LitigantClient phone)
    {
        for (var i = 0; i < MessagesEach; i++)
        {
            var id = Guid.CreateVersion7();
            await Wait.Until($"message {id} is accepted", () => Send(phone, id));
        }
    }

    private async Task<bool> Send(LitigantClient phone, Guid id)
    {
        try
        {
            using var answer = await phone.Leave(id, courtId: _court);
            if (answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK)
            {
                _accepted[id] = await LitigantClient.NumberIn(answer);
                return true;
            }

            if ((int)answer.StatusCode < 500)
                throw new InvalidOperationException($"refused with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception e) when (Wait.IsAway(e))
        {
            // Counted below; the phone does not know whether it arrived.
        }

        Interlocked.Increment(ref _interrupted);
        return false;
    }
}
