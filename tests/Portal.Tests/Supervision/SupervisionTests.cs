using Bunit;
using Domain.Calendar;
using Domain.Figures;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Figures;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Portal.Supervision;

namespace Portal.Tests.Supervision;

public sealed class SupervisionTests(TestDatabase database) : DeskTest(database)
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);

    [Fact]
    public async Task Figures_equal_a_count_by_hand()
    {
        var (scope, head) = await SixWeeks();
        var orders = await All();
        var calendar = await Data.Use((ICalendars c) => c.Current(default).AsTask());
        var (monthStarts, todayStarts, todayEnds) = (
            ChinaTime.StartOf(new(2026, 11, 1)),
            ChinaTime.StartOf(new(2026, 11, 20)),
            ChinaTime.StartOf(new(2026, 11, 21))
        );
        var soonEnds = calendar.Add(new(2026, 11, 20), 3).At;
        var fell = orders.Where(o => o.DueAt > monthStarts && o.DueAt <= s_now).ToList();
        var fellBefore = orders.Where(o => o.DueAt > ChinaTime.StartOf(new(2026, 10, 1)) && o.DueAt <= monthStarts).ToList();
        var rated = orders.Where(o => o.RatedAt >= monthStarts).ToList();
        var open = orders.Where(o => o.ClosedAt is null).ToList();

        var figures = await Data.Use((DivisionQueries q) => q.Figures(scope, head, default));
        Assert.Equal(
            (
                open.Count(o => o.DueAt <= s_now),
                new LevelCounts(open.Count(o => o.DueAt <= s_now), 0, 0, 0),
                open.Count(o => o.DueAt > s_now && o.DueAt <= todayEnds),
                open.Count(o => o.DueAt > s_now && o.DueAt <= todayEnds && o.OwnerReadAt is null),
                open.Count,
                orders.Count(o => o.DispatchedAt >= todayStarts)
            ),
            (figures.Late, figures.Levels, figures.Today, figures.TodayUnread, figures.All, figures.New)
        );
        Assert.Equal(
            (
                new Share(fell.Count(o => o.ClosedAt < o.DueAt), fell.Count),
                new Share(fellBefore.Count(o => o.ClosedAt < o.DueAt), fellBefore.Count),
                new Share(rated.Count(o => o.Satisfaction != Satisfaction.Dissatisfied), rated.Count)
            ),
            (figures.Month.OnTime, figures.Before.OnTime, figures.Month.Content)
        );
        var counts = await Data.Use((DivisionQueries q) => q.Counts(scope, new OrderFilter(OrderTab.All), head, default));
        Assert.Equal(
            (figures.Late, figures.Today, open.Count(o => o.DueAt > todayEnds && o.DueAt <= soonEnds), figures.All),
            (counts.Late, counts.Today, counts.Soon, counts.All)
        );
        Assert.True(figures is { Late: > 0, Today: > 0, New: > 0, Month: { OnTime.Part: > 0, Content.Part: > 0 } } && counts.Soon > 0);
        Assert.True(figures.Month.OnTime.Part < figures.Month.OnTime.Of);

        var loads = await Data.Use((DivisionQueries q) => q.Loads(scope, head, default));
        Assert.Equal(figures.Late, loads.Sum(l => l.Open.Late));
        Assert.Equal(figures.All, loads.Sum(l => l.Open.All));
        Assert.Equal(figures.Month.OnTime, new Share(loads.Sum(l => l.OnTime.Part), loads.Sum(l => l.OnTime.Of)));
        var divisions = await Data.Use(
            async (DivisionQueries q) => await q.Loads(scope with { DivisionId = null }, await Leader(), default)
        );
        Assert.Equal(
            (figures.Late, figures.All),
            (divisions.Single(d => d.Id == scope.DivisionId).Open.Late, divisions.Single(d => d.Id == scope.DivisionId).Open.All)
        );
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_though_all_are_due_at_once()
    {
        var (scope, head) = await Civil();
        var (litigant, @case) = await CaseIn();
        for (var i = 0; i < Page<OrderListRow>.Size * 2 + 7; i++)
            await Data.Message(litigant, @case);
        List<Guid> seen = [];
        Cursor? next = null;
        var pages = 0;
        do
        {
            var after = next;
            var page = await Data.Use((DivisionQueries q) => q.List(scope, new OrderFilter(OrderTab.All), after, head, default));
            seen.AddRange(page.Rows.Select(r => r.Order.Id));
            next = page.Next;
            pages++;
        } while (next is not null);
        Assert.Equal(3, pages);
        Assert.Equal((await All()).Select(o => o.Id).Order(), seen.Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData(Role.DivisionHead, DivisionKind.Civil, "yuexiu", true)]
    [InlineData(Role.DivisionHead, DivisionKind.Enforcement, "yuexiu", false)]
    [InlineData(Role.DivisionHead, DivisionKind.Civil, "tianhe", false)]
    [InlineData(Role.President, DivisionKind.Leadership, "yuexiu", true)]
    [InlineData(Role.President, DivisionKind.Leadership, "tianhe", false)]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "yuexiu", true)]
    [InlineData(Role.Administrator, DivisionKind.Technology, "yuexiu", false)]
    public async Task Orders_are_seen_by_their_division_and_court_only(Role role, DivisionKind kind, string court, bool sees)
    {
        var (scope, _) = await Civil();
        var (litigant, @case) = await CaseIn();
        await Data.Message(litigant, @case);
        var somebody = await Somebody(role, kind, court);
        var rows = await Data.Use((DivisionQueries q) => q.List(scope, new OrderFilter(OrderTab.All), null, somebody, default));
        Assert.Equal(sees ? 1 : 0, rows.Rows.Count);
        Assert.Equal(sees ? 1 : 0, (await Data.Use((DivisionQueries q) => q.Figures(scope, somebody, default))).All);
    }

    [Fact]
    public async Task A_head_writes_a_remark_and_gives_the_order_to_another_judge()
    {
        var (_, head) = await Civil();
        var (litigant, @case) = await CaseIn();
        var other = await Data.Staff(Role.Judge, await Data.Division());
        var order = await Data.Message(litigant, @case);
        var page = Open<SupervisionPage>(head);
        await On(page, "[role=tab]:nth-child(3)", tab => tab.Click());
        await On(page, "tr .btn-quiet", remark => remark.Click());
        await On(page, ".act textarea", box => box.Input("请今天联系当事人"));
        await On(page, ".act form", form => form.Submit());
        page.WaitForElement(".act [role=status]");

        await On(page, "tr .btn-quiet + .btn-quiet", reassign => reassign.Click());
        page.WaitForElement($".act option[value='{other.Id}']");
        await On(page, ".act form", form => form.Submit());
        Assert.Contains("选改派给谁", page.WaitForElement(".act [role=alert]").TextContent, StringComparison.Ordinal);
        await On(page, ".act select", judges => judges.Change(other.Id.ToString()));
        await On(page, ".act textarea", box => box.Input("陈法官休假"));
        await On(page, ".act form", form => form.Submit());
        page.WaitForAssertion(() =>
            Assert.Contains(other.Name, page.Find(".lt tbody tr:not(.gr) td:nth-child(5)").TextContent, StringComparison.Ordinal)
        );
        var entries = await Data.Use(
            (CourtDb db) => db.Set<WorkOrderEntry>().AsNoTracking().Where(e => e.WorkOrderId == order.Id).OrderBy(e => e.At).ToListAsync()
        );
        Assert.Equal([(EntryKind.Remark, "请今天联系当事人"), (EntryKind.HandOver, "陈法官休假")], entries.Select(e => (e.Kind, e.Text)));
    }

    [Fact]
    public async Task A_new_order_of_the_division_appears_by_itself()
    {
        var (_, head) = await Civil();
        var (litigant, @case) = await CaseIn();
        var page = Open<SupervisionPage>(head);
        await On(page, "[role=tab]:nth-child(3)", e => e.Click());
        page.WaitForElement(".c-blank");
        await Data.Message(litigant, @case, text: "材料收到了吗？");
        page.WaitForAssertion(() => Assert.Contains("材料收到了吗？", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    /// <summary>Orders of 1 October to 20 November: answered early, late or not at all, rated well or badly.</summary>
    private async Task<(FigureScope Scope, Actor Head)> SixWeeks()
    {
        var (scope, head) = await Civil();
        var (litigant, @case) = await CaseIn();
        var judge = await Data.Use((CourtDb db) => db.Set<Staff>().AsNoTracking().SingleAsync(s => s.Id == @case.JudgeId));
        for (var i = 0; i < 60; i++)
        {
            Clock.Now = s_now.AddDays(-50).AddHours(i * 20);
            var order = await Data.Message(litigant, @case);
            if (i % 5 == 4 || i >= 57)
                continue;
            Clock.Now = Clock.Now.AddDays(i % 3 == 0 ? 9 : 1);
            if (Clock.Now > s_now)
                continue;
            await Data.Answer(order, judge);
            if (i % 2 == 0)
                await Data.Use(
                    (RateWorkOrder u) =>
                        u.Handle(
                            order.Id,
                            i % 8 == 0 ? Satisfaction.Dissatisfied : Satisfaction.Satisfied,
                            null,
                            CourtData.ActorOf(litigant),
                            default
                        )
                );
        }

        Clock.Now = new(2026, 11, 17, 3, 0, 0, TimeSpan.Zero); // due today
        await Data.Message(litigant, @case);
        Clock.Now = s_now;
        await Data.Message(litigant, @case);
        return (scope, head);
    }

    private async Task<(FigureScope Scope, Actor Head)> Civil()
    {
        var division = await Data.Division();
        return (
            new FigureScope { CourtId = division.CourtId, DivisionId = division.Id },
            await Data.ActorOf(await Data.Staff(Role.DivisionHead, division))
        );
    }

    private async Task<(Domain.Litigants.Litigant Litigant, Domain.Cases.Case Case)> CaseIn()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        return (litigant, await Data.Case(litigant, judge: judge));
    }

    private async Task<Actor> Leader() => await Somebody(Role.President, DivisionKind.Leadership);

    private Task<List<WorkOrder>> All() => Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().ToListAsync());
}
