using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.WorkOrders;

public class AfterAnswerTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly StoppedClock _clock = new(ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 26)));

    [Fact]
    public async Task A_trace_with_a_reopening_a_review_and_a_merge_is_intact_and_guards_the_first_rating_too()
    {
        var (data, me, @case, judge) = await Desk();
        var order = await data.Message(me, @case);
        await Dissatisfied(data, order, me, judge, "没说清楚");
        await Reopen(data, order, judge);
        await data.Answer(order, judge, "补充答复。");
        await data.Use(
            (RateWorkOrder rate) => rate.Handle(order.Id, Satisfaction.Dissatisfied, "还是没说清楚", CourtData.ActorOf(me), default)
        );
        var filing = await Filing(data);
        await data.Use(
            (CloseReview<WorkOrder> close) =>
                close.Handle(order.Id, Guid.CreateVersion7(), "答复依法有据", Guid.CreateVersion7(), "请以判决为准。", filing, default)
        );
        var (main, again) = (await data.Message(me, @case), await data.Message(me, @case));
        await Merge(data, again, main, await data.ActorOf(judge));

        var found = await Verify(data);
        Assert.True(found.IsIntact, found.ToString());
        await data.Use(
            (CourtDb db) =>
                db.Set<FormerRating>().Where(r => r.WorkOrderId == order.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Words, "很满意"))
        );
        Assert.EndsWith(": is not as this row left it", (await Verify(data)).First!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_clerks_who_review_at_once_one_decides()
    {
        var (data, me, @case, judge) = await Desk();
        var order = await data.Message(me, @case);
        await Dissatisfied(data, order, me, judge);
        var filing = await Filing(data);
        var results = await Task.WhenAll(
            Try(() =>
                data.Use(
                    (Reopen<WorkOrder> reopen) =>
                        reopen.Handle(order.Id, Guid.CreateVersion7(), new HandOver(judge.Id, "重办"), filing, default)
                )
            ),
            Try(() =>
                data.Use(
                    (CloseReview<WorkOrder> close) =>
                        close.Handle(order.Id, Guid.CreateVersion7(), "不重办", Guid.CreateVersion7(), "", filing, default)
                )
            )
        );
        Assert.Equal("review.not_open", Assert.Single(results, r => r is not null)!.Code);
        Assert.Null((await Load(data, order)).ReviewSince);
    }

    [Fact]
    public async Task A_merge_and_an_answer_at_once_leave_one_of_the_two()
    {
        var (data, me, @case, judge) = await Desk();
        var by = await data.ActorOf(judge);
        for (var round = 0; round < 8; round++)
        {
            var (main, again) = (await data.Message(me, @case), await data.Message(me, @case));
            var results = await Task.WhenAll(
                Try(() => Merge(data, again, main, by)),
                Try(() => data.Use((AnswerWorkOrder answer) => answer.Handle(again.Id, Guid.CreateVersion7(), "可以。", [], by, default)))
            );
            var refused = Assert.Single(results, r => r is not null)!;
            var stored = await Load(data, again);
            Assert.Equal(stored.IsMerged ? "merge.merged" : "work_order.closed", refused.Code);
            Assert.Equal(stored.IsMerged ? 1 : 0, (await Load(data, main)).MergedCount);
        }
    }

    [Fact]
    public async Task Two_orders_merged_into_each_other_at_once_do_not_make_a_circle()
    {
        var (data, me, @case, judge) = await Desk();
        var by = await data.ActorOf(judge);
        for (var round = 0; round < 8; round++)
        {
            var (a, b) = (await data.Message(me, @case), await data.Message(me, @case));
            var results = await Task.WhenAll(Try(() => Merge(data, a, b, by)), Try(() => Merge(data, b, a, by)));
            Assert.Single(results, r => r is null);
            Assert.Single(new[] { await Load(data, a), await Load(data, b) }, o => o.IsMerged);
        }
    }

    [Fact]
    public async Task A_merge_sent_twice_merges_once()
    {
        var (data, me, @case, judge) = await Desk();
        var by = await data.ActorOf(judge);
        var (main, again, entry) = (await data.Message(me, @case), await data.Message(me, @case), Guid.CreateVersion7());
        for (var i = 0; i < 2; i++)
            await data.Use((Merge<WorkOrder> merge) => merge.Handle(new Merging(again.Id, main.Id), entry, by, default));
        Assert.Equal(1, (await Load(data, main)).MergedCount);
    }

    [Fact]
    public async Task The_review_list_is_the_own_courts_and_above_everybodys()
    {
        var (data, me, @case, judge) = await Desk();
        var order = await data.Message(me, @case);
        await Dissatisfied(data, order, me, judge, "没说清楚");
        var above = await Filing(data, "gz-zy");
        above = Actor.Staff(above.Id, above.Name, above.Post! with { Level = CourtLevel.Intermediate });

        foreach (
            var (actor, sees) in new[]
            {
                (await Filing(data), 1),
                (above, 1),
                (await Filing(data, "panyu"), 0),
                (await data.ActorOf(judge), 0),
            }
        )
        {
            Assert.Equal(sees, (await data.Use((ReviewQueries q) => q.Waiting(null, actor, default))).Rows.Count);
            Assert.Equal(sees, (await data.Use((ReviewQueries q) => q.Count(actor, default))).Total);
        }

        var row = Assert.Single((await data.Use((ReviewQueries q) => q.Waiting(null, above, default))).Rows);
        Assert.Equal(("没说清楚", "可以。请开庭当天带上手机。", 0, false), (row.Words, row.Answer, row.Age, row.IsOverdue));
        _clock.Now = _clock.Now.AddDays(7);
        Assert.True(Assert.Single((await data.Use((ReviewQueries q) => q.Waiting(null, above, default))).Rows).IsOverdue);
    }

    [Fact]
    public async Task Other_orders_of_the_case_are_shown_where_they_may_be_seen_and_else_only_counted()
    {
        var (data, me, @case, judge) = await Desk();
        var mine = await data.Message(me, @case);
        var newer = await data.Message(me, @case);
        var colleague = await data.Staff(Role.Judge, await data.Division(DivisionKind.Criminal));
        await data.Use(
            async (Transfer<WorkOrder> t) =>
                await t.Handle(newer.Id, Guid.CreateVersion7(), new HandOver(colleague.Id, "转办"), await data.ActorOf(judge), default)
        );
        var third = await data.Message(me, @case);

        var seen = await data.Use(async (RelatedQueries q) => await q.OfCase(third.Id, await data.ActorOf(judge), default));
        Assert.Equal([newer.Id, mine.Id], seen.Rows.Select(r => r.Id)); // the case's judge sees them all
        var hidden = await data.Use(async (RelatedQueries q) => await q.OfCase(newer.Id, await data.ActorOf(colleague), default));
        Assert.Equal((0, 2), (hidden.Rows.Count, hidden.Hidden));
        Assert.Equal(
            0,
            (await data.Use(async (RelatedQueries q) => await q.OfCase(mine.Id, await data.ActorOf(colleague), default))).Total
        );
    }

    [Fact]
    public async Task Likely_duplicates_are_those_of_the_same_person_that_ask_the_same_within_a_month()
    {
        var (data, me, @case, judge) = await Desk();
        _clock.Now = _clock.Now.AddDays(-31);
        await data.Message(me, @case);
        _clock.Now = _clock.Now.AddDays(31);
        var order = await data.Message(me, @case);
        var same = await data.Message(me, @case);
        await data.Message(me, @case, text: "对方没有来怎么办？"); // another question about the same case
        var other = await data.Litigant("李志强");
        await data.Message(other, await data.Case(other, judge: judge));
        await data.Message(me, await data.Case(me, judge: judge), text: "什么时候能退诉讼费？");

        var found = await data.Use(async (RelatedQueries q) => await q.Duplicates(order.Id, await data.ActorOf(judge), default));
        Assert.Equal((same.Id, true), (Assert.Single(found.Rows).Id, found.Rows[0].IsSameCase));
        var stranger = await data.ActorOf(await data.Staff(Role.Judge, await data.Division(DivisionKind.Criminal)));
        Assert.Empty((await data.Use((RelatedQueries q) => q.Duplicates(order.Id, stranger, default))).Rows);
    }

    [Fact]
    public async Task Whoever_has_more_open_orders_than_are_compared_is_told_so()
    {
        var (data, me, @case, judge) = await Desk();
        var by = await data.ActorOf(judge);
        var order = await data.Message(me, @case);
        for (var i = 0; i < RelatedQueries.Compared; i++)
            await data.Message(me, @case);
        Assert.True((await data.Use((RelatedQueries q) => q.Duplicates(order.Id, by, default))).AllCompared);
        await data.Message(me, @case);
        var found = await data.Use((RelatedQueries q) => q.Duplicates(order.Id, by, default));
        Assert.Equal((RelatedQueries.Compared, false), (found.Rows.Count, found.AllCompared));
    }

    private async Task<(CourtData Data, Litigant Me, Case Case, Staff Judge)> Desk()
    {
        var data = await CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);
        var (judge, _) = await data.People();
        var me = await data.Litigant();
        return (data, me, await data.Case(me, judge: judge), judge);
    }

    private static async Task<Actor> Filing(CourtData data, string court = "yuexiu") =>
        await data.ActorOf(await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing, court)));

    private static async Task Dissatisfied(CourtData data, WorkOrder order, Litigant me, Staff judge, string words = "")
    {
        await data.Answer(order, judge);
        await data.Use((RateWorkOrder rate) => rate.Handle(order.Id, Satisfaction.Dissatisfied, words, CourtData.ActorOf(me), default));
    }

    private static async Task Reopen(CourtData data, WorkOrder order, Staff to)
    {
        var filing = await Filing(data);
        await data.Use(
            (Reopen<WorkOrder> reopen) =>
                reopen.Handle(order.Id, Guid.CreateVersion7(), new HandOver(to.Id, "没有答到点上"), filing, default)
        );
    }

    private static Task Merge(CourtData data, WorkOrder again, WorkOrder main, Actor by) =>
        data.Use((Merge<WorkOrder> merge) => merge.Handle(new Merging(again.Id, main.Id), Guid.CreateVersion7(), by, default));

    private static Task<TraceFindings> Verify(CourtData data) => data.VerifyTrace();

    private static Task<WorkOrder> Load(CourtData data, WorkOrder order) =>
        data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id));

    private static async Task<RefusedException?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused;
        }
    }
}
