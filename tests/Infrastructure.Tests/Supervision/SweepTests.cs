using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Supervision;

public class SweepTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Level1 = "一级督办 庭长 梁启明，抄送 承办法官 陈静怡";
    private const string Level2 = "二级督办 分管院领导 郑伟斌，抄送 庭长 梁启明、承办法官 陈静怡";
    private const string Level3 = "三级督办 院长 林国栋，抄送 分管院领导 郑伟斌、庭长 梁启明、承办法官 陈静怡";

    [Fact]
    public async Task Each_step_comes_at_its_instant_once_with_its_notices()
    {
        var court = await SupervisedCourt.Open(database);
        Assert.Equal(0, await court.Sweep("2026-11-24 08:59"));
        Assert.Equal(1, await court.Sweep("2026-11-24 09:00"));
        Assert.Equal(0, await court.Sweep("2026-11-26 08:59"));
        Assert.Equal(1, await court.Sweep("2026-11-26 09:00"));
        Assert.Equal(0, await court.Sweep("2026-11-26 09:00"));
        Assert.Equal(1, await court.Sweep("2026-11-30 09:00"));
        Assert.Equal(1, await court.Sweep("2026-12-02 09:00"));
        Assert.Equal(0, await court.Sweep("2027-01-20 09:00"));

        Assert.Equal(["承办法官 陈静怡，应于 11-25 周三前答复", Level1, Level2, Level3], await court.Told());
        Assert.Equal(3, (await court.Read()).Level);
        Assert.Equal(
            [
                (WorkOrderNotices.Supervision.Level.Key, court.President.Id),
                (WorkOrderNotices.Supervision.Copy.Key, court.VicePresident.Id),
                (WorkOrderNotices.Supervision.Copy.Key, court.Head.Id),
                (WorkOrderNotices.Supervision.ToOwner.Key, court.Judge.Id),
            ],
            (await Sms(court))
                .Where(n => n.CreatedAt == SupervisedCourt.At("2026-12-02 09:00"))
                .Select(n => (n.Kind, n.RecipientId!.Value))
                .OrderBy(n =>
                    n.Kind == WorkOrderNotices.Supervision.Level.Key ? 0
                    : n.Kind == WorkOrderNotices.Supervision.Copy.Key ? 1
                    : 2
                )
                .ThenBy(n => n.Value == court.Head.Id)
        );
        await TracesAreWhole(court);
    }

    [Fact]
    public async Task On_New_Years_Day_nobody_is_told_though_no_notice_is_loaded()
    {
        var court = await SupervisedCourt.Open(database);
        court.Clock.Now = SupervisedCourt.At("2026-12-28 10:00");
        var order = await court.Message();
        await court.Sweep("2026-12-31 23:59");
        Assert.Equal(0, await court.Sweep("2027-01-01 09:00"));
        Assert.Equal(0, (await court.Read(order.Id)).Level);
        Assert.Equal(0, await court.Sweep("2027-01-03 09:00"));
        Assert.Equal(1, await court.Sweep("2027-01-04 09:00"));
        Assert.Equal(1, (await court.Read(order.Id)).Level);
    }

    [Fact]
    public async Task After_a_week_without_a_worker_all_levels_come_in_order_each_once()
    {
        var court = await SupervisedCourt.Open(database);
        Assert.Equal(3, await court.Sweep("2026-12-04 10:00"));
        Assert.Equal([Level1, Level2, Level3], await court.Told());
        Assert.Equal(0, await court.Sweep("2026-12-04 10:01"));
        await TracesAreWhole(court);
    }

    [Fact]
    public async Task Hosts_that_sweep_at_once_take_each_step_once()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Copy(120);
        var ahead = await CourtData.Open(court.ConnectionString, new StoppedClock(SupervisedCourt.At("2026-11-26 09:00").AddSeconds(90)));
        court.Clock.Now = SupervisedCourt.At("2026-11-26 09:00");

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? court.Data : ahead).Use((SupervisionSweep s) => s.Run(CancellationToken.None)))
        );
        Assert.Equal(121, taken.Sum());
        Assert.Equal(121, await court.Data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.Kind == SupervisionFacts.Supervised)));
        await TracesAreWhole(court);
    }

    [Fact]
    public async Task Of_two_that_take_the_same_step_without_a_lease_one_is_refused_and_leaves_nothing()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Data.Use(
            (CourtDb first) =>
                court.Data.Use(
                    async (CourtDb second) =>
                    {
                        var chain = new SupervisionChain(null, null, null);
                        var now = SupervisedCourt.At("2026-11-26 09:00");
                        Assert.True((await first.Set<WorkOrder>().SingleAsync()).TakeStep(chain, now));
                        Assert.True((await second.Set<WorkOrder>().SingleAsync()).TakeStep(chain, now));
                        await first.SaveChangesAsync();
                        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
                    }
                )
        );

        Assert.Single(await court.Told());
        Assert.Single(await Sms(court), n => n.Kind == WorkOrderNotices.Supervision.ToOwner.Key);
        await TracesAreWhole(court);
    }

    [Fact]
    public async Task A_host_that_died_with_the_lease_is_followed_when_it_runs_out()
    {
        var court = await SupervisedCourt.Open(database);
        var dead = Guid.CreateVersion7();
        await court.Data.Use((WorkerLeases leases) => leases.Take("supervision", dead, TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Equal(0, await court.Sweep("2026-11-26 09:00"));

        await court.Data.Use(
            (CourtDb db) => db.Database.ExecuteSqlRawAsync("UPDATE worker_leases SET until = now() - interval '1 second'")
        );
        Assert.Equal(1, await court.Sweep("2026-11-26 09:00"));
    }

    [Fact]
    public async Task A_worker_killed_before_its_commit_leaves_nothing_and_the_next_does_it_all()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Copy(700); // two chunks
        await court.Data.Use(
            (CourtDb db) =>
                db.Database.ExecuteSqlRawAsync(
                    """
                    CREATE SEQUENCE written;
                    CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN IF NEW.kind = 'supervised' AND nextval('written') = 600 THEN
                    PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$;
                    CREATE TRIGGER dies BEFORE INSERT ON trace FOR EACH ROW EXECUTE FUNCTION dies();
                    """
                )
        );

        // The connection dies in the middle of the second chunk; what the round could not do, the next one does.
        var taken = await court.Sweep("2026-11-26 09:00");
        taken += await court.Sweep("2026-11-26 09:05");
        Assert.Equal(701, taken);
        Assert.Equal(701, await court.Data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.Kind == SupervisionFacts.Supervised)));
        Assert.Equal(701, (await Sms(court)).Count(n => n.Kind == WorkOrderNotices.Supervision.Level.Key));
        await TracesAreWhole(court);
    }

    [Fact]
    public async Task One_that_fails_stops_no_other_and_is_tried_again_later()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Copy(20);
        var bad = court.Order.Id;
        await court.Data.Use(
            (CourtDb db) =>
                db.Database.ExecuteSqlRawAsync(
                    """
                    CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN IF (SELECT number FROM work_orders WHERE id = NEW.subject_id) LIKE 'GZ%' THEN
                    RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$;
                    CREATE TRIGGER refuses BEFORE INSERT ON trace FOR EACH ROW EXECUTE FUNCTION refuses();
                    """
                )
        );

        Assert.Equal(20, await court.Sweep("2026-11-26 09:00"));
        Assert.Equal((0, 1, SupervisedCourt.At("2026-11-26 09:01")), await Failing());
        Assert.Equal(0, await court.Sweep("2026-11-26 09:00"));
        Assert.Equal(0, await court.Sweep("2026-11-26 09:01"));
        Assert.Equal((0, 2, SupervisedCourt.At("2026-11-26 09:03")), await Failing());

        await court.Data.Use((CourtDb db) => db.Database.ExecuteSqlRawAsync("DROP TRIGGER refuses ON trace"));
        Assert.Equal(1, await court.Sweep("2026-11-26 09:03"));
        Assert.Equal(0, (await court.Read(bad)).StepFailures);
        Assert.Equal([Level1], await court.Told());

        async Task<(int, int, DateTimeOffset)> Failing() =>
            await court.Read(bad) is var o ? (o.Level, o.StepFailures, o.NextStepAt!.Value) : default;
    }

    [Fact]
    public async Task Orders_answered_or_handed_over_meanwhile_are_neither_told_nor_lost()
    {
        var court = await SupervisedCourt.Open(database);
        var (answered, handedOver) = (await court.Message(), await court.Message());
        var colleague = await court.Data.Staff(Role.Judge, court.Division, "何思远");
        court.Clock.Now = SupervisedCourt.At("2026-11-25 10:00");
        await court.Data.Answer(answered, court.Judge);
        await court.Data.Use(
            async (Transfer<WorkOrder> u) =>
                await u.Handle(
                    handedOver.Id,
                    Guid.CreateVersion7(),
                    new HandOver(colleague.Id, "由何法官承办"),
                    await court.Data.ActorOf(court.Judge),
                    CancellationToken.None
                )
        );

        Assert.Equal(2, await court.Sweep("2026-11-26 09:00"));
        Assert.Empty(await court.Told(answered.Id));
        Assert.Equal(["一级督办 庭长 梁启明，抄送 承办法官 何思远"], await court.Told(handedOver.Id));
    }

    [Fact]
    public async Task Ten_thousand_due_are_taken_in_chunks_in_the_order_of_time()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Copy(1_199);
        Assert.Equal(3_600, await court.Sweep("2026-12-02 09:00"));

        var trace = await court.Data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>()
                    .Where(t => t.Kind == SupervisionFacts.Supervised)
                    .OrderBy(t => t.SubjectId)
                    .ThenBy(t => t.Sequence)
                    .ToListAsync()
        );
        Assert.Equal(1_200, trace.GroupBy(t => t.SubjectId).Count());
        Assert.All(trace.GroupBy(t => t.SubjectId), t => Assert.Equal([Level1, Level2, Level3], t.Select(WorkOrderTrace.Words)));
        Assert.Equal(1_200 * (2 + 3 + 4), (await Sms(court)).Count(n => WorkOrderNotices.Supervision.Kinds.Any(k => k.Key == n.Kind)));
        await TracesAreWhole(court);
    }

    private static Task<List<Notice>> Sms(SupervisedCourt court) =>
        court.Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Channel == NoticeChannel.Sms).ToListAsync());

    private static async Task TracesAreWhole(SupervisedCourt court)
    {
        var found = await court.Data.VerifyTrace();
        Assert.True(found.IsIntact, found.ToString());
    }
}
