using System.Text.Json;
using Domain.EarlyWarnings;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.EarlyWarnings;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.EarlyWarnings;

public class VisibilityTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Secret = "当事人说要带刀来";
    private static readonly DateTimeOffset s_night = ChinaTime.At(new DateOnly(2026, 11, 21), new TimeOnly(2, 10));

    [Fact]
    public async Task Who_has_no_part_in_it_sees_nothing_of_it_anywhere()
    {
        var (data, clock, judge, order, id) = await Raised();
        var filing = await data.Division(DivisionKind.Filing);
        var civil = await data.Division();
        List<Actor> strangers = [];
        foreach (var role in Enum.GetValues<Role>().Except([Role.FilingDivision, Role.VicePresident, Role.President]))
            strangers.Add(await data.ActorOf(await data.Staff(role, role == Role.HotlineAgent ? filing : civil)));
        foreach (var role in Enum.GetValues<Role>())
            strangers.Add(await data.ActorOf(await data.Staff(role, await data.Division(DivisionKind.Filing, "panyu"))));

        foreach (var stranger in strangers)
        {
            Assert.Equal(
                "early_warning.not_found",
                await Code(() => data.Use((OpenEarlyWarning o) => o.Handle(id, stranger, CancellationToken.None)))
            );
            Assert.Equal(
                "early_warning.not_found",
                await Code(() =>
                    data.Use(
                        (AdvanceEarlyWarning a) =>
                            a.Handle(id, Guid.CreateVersion7(), WarningState.ToTake, "", null, stranger, CancellationToken.None)
                    )
                )
            );
            Assert.Empty(await data.Use((EarlyWarningQueries q) => q.Open(stranger, CancellationToken.None)));
            Assert.Empty((await data.Use((EarlyWarningQueries q) => q.Raised(null, stranger, CancellationToken.None))).Rows);
            Assert.Empty((await data.Use((EarlyWarningQueries q) => q.Candidates(null, stranger, CancellationToken.None))).Rows);
            Assert.Null(await data.Use((EarlyWarningQueries q) => q.MyWords(id, stranger, CancellationToken.None)));
            Assert.Null(await data.Use((EarlyWarningQueries q) => q.Frame(id, stranger, CancellationToken.None)));
            Assert.Null(await data.Use((EarlyWarningQueries q) => q.Reread(id, stranger, CancellationToken.None)));
            Assert.Null((await data.Use((EarlyWarningQueries q) => q.OnOrder(order.Id, stranger, CancellationToken.None))).Id);
        }
    }

    [Fact]
    public async Task A_handler_of_the_order_sees_the_mark_and_not_the_content_and_who_raised_it_the_own_words()
    {
        var (data, _, judge, order, id) = await Raised();
        var agent = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing)));
        Assert.Equal(
            new OrderMark(true, null),
            await data.Use((EarlyWarningQueries q) => q.OnOrder(order.Id, agent, CancellationToken.None))
        );

        var by = await data.ActorOf(judge);
        Assert.Equal(Secret, (await data.Use((EarlyWarningQueries q) => q.MyWords(id, by, CancellationToken.None)))!.Description);
        Assert.Equal(
            "early_warning.not_found",
            await Code(() => data.Use((OpenEarlyWarning o) => o.Handle(id, by, CancellationToken.None)))
        );

        var page = JsonSerializer.Serialize(await data.Use((OrderDetailQueries q) => q.Find(order.Id, by, CancellationToken.None)));
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        var found = JsonSerializer.Serialize(await data.Use((SearchQueries q) => q.Find(order.Number, null, by, CancellationToken.None)));
        Assert.DoesNotContain(Secret, found, StringComparison.Ordinal);
        Assert.Empty((await data.Use((SearchQueries q) => q.Find(Secret, null, by, CancellationToken.None))).Page.Rows);
    }

    [Fact]
    public async Task The_litigant_sees_nothing_of_it()
    {
        var (data, _, _, order, _) = await Raised();
        var requester = Actor.Litigant(order.LitigantId!.Value, order.RequesterName);
        var shown = JsonSerializer.Serialize(
            await data.Use((LitigantOrderQueries q) => q.Detail(order.Id, requester, CancellationToken.None))
        );
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("预警", shown, StringComparison.Ordinal);
        Assert.False(
            await data.Use(
                (CourtDb db) => db.Set<Notice>().AnyAsync(n => n.RecipientId == order.LitigantId && n.Kind.StartsWith("early_warning"))
            )
        );
    }

    [Fact]
    public async Task The_filing_division_and_the_leaders_see_it_and_each_opening_leaves_a_trace_row()
    {
        var (data, _, _, _, id) = await Raised();
        var filing = await data.Division(DivisionKind.Filing);
        foreach (var role in new[] { Role.FilingDivision, Role.DivisionHead, Role.VicePresident, Role.President })
        {
            var by = await data.ActorOf(await data.Staff(role, filing));
            Assert.Null(await data.Use((EarlyWarningQueries q) => q.Reread(id, by, CancellationToken.None))); // not before it was opened
            for (var i = 0; i < 2; i++)
                Assert.Equal(Secret, (await data.Use((OpenEarlyWarning o) => o.Handle(id, by, CancellationToken.None))).Description);
            Assert.Equal(
                2,
                await data.Use(
                    (CourtDb db) =>
                        db.Set<TraceRow>().CountAsync(t => t.SubjectId == id && t.Kind == EarlyWarningFacts.Opened && t.ActorId == by.Id)
                )
            );
            Assert.NotNull(await data.Use((EarlyWarningQueries q) => q.Reread(id, by, CancellationToken.None)));
        }
    }

    [Fact]
    public async Task The_filing_divisions_lists_banner_and_count_show_it_until_it_is_taken_and_the_list_of_ended_ones_after()
    {
        var (data, clock, _, order, id) = await Raised();
        var platform = await data.ActorOf(await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing)));
        Assert.Equal(
            (id, order.Number),
            (await data.Use((EarlyWarningQueries q) => q.Untaken(platform, CancellationToken.None)))
                .Select(r => (r.Id, r.OrderNumber!))
                .Single()
        );
        Assert.Equal(id, Assert.Single(await data.Use((EarlyWarningQueries q) => q.Open(platform, CancellationToken.None))).Id);
        Assert.Equal(new Tally(1, 1), await data.Use((EarlyWarningQueries q) => q.Waiting(platform, clock.Now, CancellationToken.None)));
        Assert.Equal(
            new OrderMark(true, id),
            await data.Use((EarlyWarningQueries q) => q.OnOrder(order.Id, platform, CancellationToken.None))
        );

        await data.Use((DismissEarlyWarning d) => d.Handle(id, Guid.CreateVersion7(), "误报", platform, CancellationToken.None));
        Assert.Empty(await data.Use((EarlyWarningQueries q) => q.Untaken(platform, CancellationToken.None)));
        Assert.Empty(await data.Use((EarlyWarningQueries q) => q.Open(platform, CancellationToken.None)));
        Assert.Equal(
            id,
            Assert.Single((await data.Use((EarlyWarningQueries q) => q.Ended(null, platform, CancellationToken.None))).Rows).Id
        );
        Assert.Equal(
            new OrderMark(false, null),
            await data.Use((EarlyWarningQueries q) => q.OnOrder(order.Id, platform, CancellationToken.None))
        );
    }

    [Fact]
    public async Task A_step_owner_sees_it_from_then_on()
    {
        var (data, _, judge, _, id) = await Raised();
        var platform = await data.ActorOf(await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing)));
        var entry = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
            await data.Use(
                (AdvanceEarlyWarning a) => a.Handle(id, entry, WarningState.ToTake, "", judge.Id, platform, CancellationToken.None)
            );
        var by = await data.ActorOf(judge);
        Assert.Equal(Secret, (await data.Use((OpenEarlyWarning o) => o.Handle(id, by, CancellationToken.None))).Description);
        await data.Use(
            (AdvanceEarlyWarning a) =>
                a.Handle(id, Guid.CreateVersion7(), WarningState.ToInvestigate, "已查", null, by, CancellationToken.None)
        );
        Assert.Single(await data.Use((EarlyWarningQueries q) => q.Open(by, CancellationToken.None)));
        Assert.Equal(2, await data.Use((CourtDb db) => db.Set<EarlyWarningEntry>().CountAsync(e => e.EarlyWarningId == id)));
    }

    [Fact]
    public async Task A_critical_one_at_night_is_written_urgent_and_calls_the_next_person_from_the_workers_round()
    {
        var (data, clock, _, _, id) = await Raised();
        var head = await data.Staff(Role.DivisionHead, await data.Division(DivisionKind.Filing));
        Assert.Equal(0, await data.Use((CallAgain c) => c.Run(CancellationToken.None)));
        clock.Now = s_night.AddMinutes(15);
        var rounds = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => data.Use((CallAgain c) => c.Run(CancellationToken.None))));
        Assert.Equal(1, rounds.Sum());
        var notices = await data.Use(
            (CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == EarlyWarningNotices.Urgent.Key).ToListAsync()
        );
        Assert.All(notices, n => Assert.True(n.Urgent));
        Assert.All(notices.Where(n => n.Channel == NoticeChannel.Sms), n => Assert.Equal(n.CreatedAt, n.DueAt));
        Assert.Single(notices, n => n.RecipientId == head.Id && n.Channel == NoticeChannel.Sms);
    }

    private async Task<(CourtData Data, StoppedClock Clock, Staff Judge, WorkOrder Order, Guid Id)> Raised()
    {
        var clock = new StoppedClock(s_night);
        var data = await CourtData.Open(database.ConnectionString($"warnings_{CourtData.Next()}"), clock);
        var (judge, _) = await data.People();
        await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing));
        var person = await data.Litigant();
        var order = await data.Message(person, await data.Case(person, judge: judge));
        var id = Guid.CreateVersion7();
        var by = await data.ActorOf(judge);
        for (var i = 0; i < 2; i++)
            await data.Use(
                (RaiseEarlyWarning r) =>
                    r.Handle(id, new(WarningLevel.Critical, [WarningTrigger.Violence], Secret, order.Id), by, CancellationToken.None)
            );
        return (data, clock, judge, order, id);
    }

    private static async Task<string> Code(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Code;
}
