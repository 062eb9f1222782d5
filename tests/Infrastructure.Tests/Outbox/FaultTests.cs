using Domain.Notifications;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.Outbox;

/// <summary>What goes wrong between claim, call and record: nothing is lost, and nothing goes twice that the gateway can tell by its key.</summary>
public sealed class FaultTests(TestDatabase database) : OutboxTest(database)
{
    private static readonly OutboxOptions s_shortLease = new()
    {
        Lease = TimeSpan.FromMilliseconds(300),
        CallTimeout = TimeSpan.FromSeconds(60),
        Poll = TimeSpan.FromMilliseconds(100),
    };

    [Fact]
    public async Task A_worker_killed_between_claim_and_send_loses_nothing()
    {
        var dying = await Host(options: s_shortLease);
        var notice = await Queue(ToCaller());
        await dying.Use((SendNotices send) => send.Claim(NoticeChannel.Sms, express: false, CancellationToken.None));
        Assert.Equal(NoticeState.Claimed, (await Read(notice)).State);
        Assert.Equal(0, await Send());

        await TakenBack();
        await Send();
        Assert.Equal((NoticeState.Accepted, 1), ((await Read(notice)).State, Sms.Got[notice.Id]));
        Assert.Equal([AttemptOutcome.Unknown, AttemptOutcome.Accepted], (await Attempts(notice)).Select(a => a.Outcome));
    }

    [Fact]
    public async Task A_worker_that_comes_back_after_it_lost_its_claim_records_nothing()
    {
        var slow = await Host(options: s_shortLease);
        var (sent, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        Sms.After = async _ =>
        {
            Sms.After = _ => Task.CompletedTask;
            sent.SetResult();
            await answered.Task;
        };
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Accepted, ProviderId: $"try {Sms.Got[n.Id]}");
        var notices = await Queue(ToCaller(), ToCaller());
        var first = Send(host: slow);
        await sent.Task;

        await TakenBack(notices.Count);
        await Send();
        var afterSecond = await Attempts(notices[0]);
        answered.SetResult();
        await first;

        foreach (var notice in notices)
        {
            Assert.Equal((NoticeState.Accepted, "try 2"), ((await Read(notice)).State, (await Read(notice)).ProviderId));
            Assert.Equal(2, Sms.Got[notice.Id]); // twice under one key: the gateway recognises it
        }

        Assert.Equal(afterSecond.Select(a => a.Outcome), (await Attempts(notices[0])).Select(a => a.Outcome));
    }

    [Fact]
    public async Task A_final_state_that_came_meanwhile_is_not_overwritten_and_the_rest_of_the_batch_is_recorded()
    {
        var notices = await Queue(Enumerable.Range(0, 20).Select(_ => ToCaller()));
        Sms.After = _ =>
            Data.Use(
                (CourtDb db) =>
                    db.Set<Notice>()
                        .Where(n => n.Id == notices[7].Id)
                        .ExecuteUpdateAsync(s => s.SetProperty(n => n.State, NoticeState.Delivered))
            );
        await Send();
        Assert.Equal((NoticeState.Delivered, 0), ((await Read(notices[7])).State, (await Read(notices[7])).Attempts));
        foreach (var notice in notices.Where(n => n.Id != notices[7].Id))
            Assert.Equal(NoticeState.Accepted, (await Read(notice)).State);
    }

    [Fact]
    public async Task A_gateway_too_slow_to_be_waited_for_gets_the_same_key_again()
    {
        var impatient = await Host(options: new OutboxOptions { CallTimeout = TimeSpan.FromMilliseconds(300) });
        Sms.After = _ => new TaskCompletionSource().Task; // deaf to its time being over, too
        var notice = await Queue(ToCaller());
        await Send(host: impatient);
        Assert.Equal((NoticeState.Queued, FailureCodes.Timeout), ((await Read(notice)).State, (await Read(notice)).FailureCode));

        Sms.After = _ => Task.CompletedTask;
        Clock.Now += TimeSpan.FromSeconds(5);
        await Send(); // by a host that waits longer: 300 ms may pass on a busy machine
        Assert.Equal((NoticeState.Accepted, 2), ((await Read(notice)).State, Sms.Got[notice.Id]));
    }

    [Fact]
    public async Task Connections_that_break_between_send_and_record_lose_nothing()
    {
        var notices = await Queue(Enumerable.Range(0, 10).Select(_ => ToCaller()));
        Sms.After = _ =>
            Data.Use(
                (CourtDb db) =>
                    db.Database.ExecuteSqlRawAsync(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
            );
        await Send();
        foreach (var notice in notices)
            Assert.Equal((NoticeState.Accepted, 1), ((await Read(notice)).State, (await Read(notice)).Attempts));
    }

    [Fact]
    public async Task Hosts_whose_clocks_are_far_apart_send_everything_once()
    {
        CourtData[] hosts =
        [
            await Host(),
            await Host(new StoppedClock(Friday.AddSeconds(90))),
            await Host(new StoppedClock(Friday.AddSeconds(-90))),
        ];
        Clock.Now = Friday.AddSeconds(-90); // due for all of them
        var notices = await Queue(Enumerable.Range(0, 600).Select(_ => ToCaller()));
        Clock.Now = Friday;
        await Task.WhenAll(
            hosts.Select(async host =>
            {
                do await host.Use((TakeBackClaims back) => back.Run(CancellationToken.None));
                while (await Send(host: host) > 0);
            })
        );
        Assert.Equal(notices.Select(n => n.Id).Order(), Sms.Got.Keys.Order());
        Assert.All(Sms.Got.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Two_workers_hand_over_thousands_due_in_the_same_minute_once_each_and_a_code_goes_past_them()
    {
        var notices = await Queue(Enumerable.Range(0, 3_000).Select(_ => ToCaller()));
        var code = Code();
        var codeIsThere = new TaskCompletionSource();
        // From the 300th on nothing else gets through before the code: it does not matter how fast the workers are.
        Sms.Before = sent => Sms.Got.Count < 300 || sent.Any(n => n.Id == code.Id) ? Task.Delay(20) : codeIsThere.Task;
        var patient = new OutboxOptions { CallTimeout = TimeSpan.FromSeconds(60) };
        CourtData[] hosts = [await Host(options: patient), await Host(options: patient)];
        var workers = hosts.Select(h => ActivatorUtilities.CreateInstance<OutboxWorker>(h.Services)).ToList();
        foreach (var worker in workers)
            await worker.StartAsync(CancellationToken.None);
        try
        {
            await Wait.Until("the workers are busy", () => Sms.Got.Count >= 300);
            await Queue(code);
            await Wait.Until("the code is there", () => Sms.Got.ContainsKey(code.Id));
            Assert.True(Sms.Got.Count < notices.Count, "The code came last.");
            codeIsThere.SetResult();
            await Wait.Until(
                "all are recorded",
                () => Data.Use((CourtDb db) => db.Set<Notice>().AllAsync(n => n.State == NoticeState.Accepted))
            );
        }
        finally
        {
            codeIsThere.TrySetResult();
            foreach (var worker in workers)
                await worker.StopAsync(CancellationToken.None);
        }

        Assert.Equal(notices.Count + 1, Sms.Got.Count);
        Assert.All(Sms.Got.Values, times => Assert.Equal(1, times));
        Assert.Equal(notices.Count + 1, await Data.Use((CourtDb db) => db.Set<NoticeAttempt>().CountAsync()));
    }

    [Fact]
    public async Task A_gateway_that_says_everything_twice_is_heard_once()
    {
        var twice = new Twice(Sms);
        var host = await CourtHost(twice);
        var notice = await Queue(ToCaller());
        await Send(host: host);
        Assert.Equal((NoticeState.Accepted, 1), ((await Read(notice)).State, (await Read(notice)).Attempts));
    }

    private async Task<CourtData> CourtHost(INoticeGateway gateway)
    {
        var connection = await Data.Use((CourtDb db) => Task.FromResult(db.Database.GetConnectionString()!));
        return await CourtData.Open(connection, Clock, s => s.AddSingleton(gateway));
    }

    /// <summary>Each notice's lease ends at a moment of its own.</summary>
    private async Task TakenBack(int notices = 1)
    {
        var taken = 0;
        await Wait.Until(
            "the claims have ended",
            async () => (taken += await Data.Use((TakeBackClaims back) => back.Run(CancellationToken.None))) >= notices
        );
    }

    private sealed class Twice(FakeGateway gateway) : INoticeGateway
    {
        public NoticeChannel Channel => gateway.Channel;
        public int BatchSize => gateway.BatchSize;

        public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
        {
            var answer = await gateway.Send(notices, ct);
            return [.. answer, .. answer];
        }
    }
}
