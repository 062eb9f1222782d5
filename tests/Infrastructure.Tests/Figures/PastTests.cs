using Domain.Figures;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Figures;

/// <summary>What happens today changes nothing of a day that is over, in figures and in the lists behind them.</summary>
public class PastTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset s_october = ChinaTime.At(new(2026, 10, 12), new(10, 0));
    private static readonly DateTimeOffset s_november = ChinaTime.At(new(2026, 11, 20), new(10, 26));
    private static readonly FigurePeriod s_past = FigurePeriod.Around(PeriodKind.Month, new(2026, 10, 1));
    private static readonly FigurePeriod s_present = FigurePeriod.Around(PeriodKind.Month, new(2026, 11, 1));
    private readonly StoppedClock _clock = new(s_october);

    [Fact]
    public async Task A_month_that_is_over_keeps_its_figures_and_lists_whatever_happens_to_its_orders()
    {
        var data = await CourtData.Open(database.ConnectionString(), _clock);
        var histories = await Histories.Begin(data, _clock);
        for (var round = 0; round < 6; round++)
        {
            await histories.Run(Enumerable.Range(0, 36).Select(i => new Histories.Step(i + round, (i * 7) + round)));
            await histories.RareTurns();
        }

        _clock.Now = s_november;
        while (await data.Use((FoldFigures fold) => fold.Run(default)) > 0) { }
        var leader = await data.ActorOf(await data.Staff(Role.President, await data.Division(DivisionKind.Leadership)));
        var before = await Figures(data, leader);
        Assert.True(before[0].Its is { Open: > 0, Late: > 0, Received: > 0 } && before[0].Its.OnTime.Of > before[0].Its.OnTime.Part);
        await AssertListed(data, leader, before);

        for (var round = 0; round < 8; round++)
        {
            await histories.Run(Enumerable.Range(0, 54).Select(i => new Histories.Step(i + round, (i * 5) + round)));
            var after = await Figures(data, leader);
            Assert.Equal(before, after);
            await AssertListed(data, leader, after);
            Assert.Empty((await data.Use((VerifyFigures verify) => verify.Run(_ => { }, default))).Differences);
        }

        await data.Use((RebuildFigures rebuild) => rebuild.Run(_ => { }, default));
        Assert.Equal(before, await Figures(data, leader));
        Assert.True(await data.Use((CourtDb db) => db.Set<FigureCarry>().AnyAsync()));
    }

    [Fact]
    public async Task Answering_today_what_was_due_last_month_leaves_that_month_unanswered_and_this_one_closed()
    {
        var data = await CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);
        var (judge, _) = await data.People();
        var litigant = await data.Litigant();
        var order = await data.Message(litigant, await data.Case(litigant, judge: judge));
        _clock.Now = s_november;
        var leader = await data.ActorOf(await data.Staff(Role.President, await data.Division(DivisionKind.Leadership)));
        await data.Answer(order, judge);
        var (past, present) = (await Of(data, s_past, leader), await Of(data, s_present, leader));
        Assert.Equal((1L, 0L, 1L, 1L, new Share(0, 1)), (past.Received, past.Closed, past.Open, past.Late, past.OnTime));
        Assert.Equal((0L, 1L, 0L, 0L, new Share(0, 0)), (present.Received, present.Closed, present.Open, present.Late, present.OnTime));
    }

    [Fact]
    public async Task An_order_handed_over_this_month_stays_last_months_of_who_had_it()
    {
        var data = await CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);
        var (judge, _) = await data.People();
        var litigant = await data.Litigant();
        var @case = await data.Case(litigant, judge: judge);
        var order = await data.Message(litigant, @case);
        var other = await data.Staff(Role.Judge, await data.Division());
        _clock.Now = s_november;
        var (mine, theirs) = (await data.ActorOf(judge), await data.ActorOf(other));
        await data.Use(
            (Transfer<WorkOrder> u) => u.Handle(order.Id, Guid.CreateVersion7(), new HandOver(other.Id, "分工调整"), mine, default)
        );
        var (past, now) = (await Of(data, s_past, mine), await Of(data, s_present, theirs));
        Assert.Equal((1L, 1L, 1L), (past.Received, past.Open, past.OnTime.Of));
        Assert.Equal((0L, 0L), ((await Of(data, s_past, theirs)).Received, (await Of(data, s_past, theirs)).Open));
        Assert.Equal((1L, 1L, 0L), (now.Open, now.Late, (await Of(data, s_present, mine)).Open));
        foreach (var list in new[] { LedgerList.Received, LedgerList.Open, LedgerList.Late, LedgerList.Missed })
        {
            var row = Assert.Single(await Rows(data, list, FigureScope.All, s_past, mine));
            Assert.Equal((order.Id, judge.Name, true), (row.Order.Id, row.Owner, row.HasMoved));
            Assert.Empty(await Rows(data, list, FigureScope.All, s_past, theirs));
        }
    }

    private static async Task<List<(FigureScope Scope, Indicators Its)>> Figures(CourtData data, Actor leader)
    {
        List<(FigureScope, Indicators)> all = [];
        var total = (await data.Use((StatisticsQueries q) => q.Read(FigureScope.All, s_past, leader, default)))!;
        all.Add((total.Scope, total.Total));
        foreach (var part in total.Parts.Where(p => p.Indicators.Received > 0).OrderBy(p => p.Unit))
        {
            all.Add((total.Scope.Part(part.Unit), part.Indicators));
            var division = (await data.Use((StatisticsQueries q) => q.Read(total.Scope.Part(part.Unit), s_past, leader, default)))!;
            all.AddRange(
                division
                    .Parts.Where(p => p.Indicators.Received > 0)
                    .OrderBy(p => p.Unit)
                    .Select(p => (division.Scope.Part(p.Unit), p.Indicators))
            );
        }

        return all;
    }

    private static async Task AssertListed(CourtData data, Actor leader, List<(FigureScope Scope, Indicators Its)> figures)
    {
        foreach (var (scope, its) in figures)
        {
            foreach (
                var (list, counted) in new[]
                {
                    (LedgerList.Received, its.Received),
                    (LedgerList.Closed, its.Closed),
                    (LedgerList.Open, its.Open),
                    (LedgerList.Late, its.Late),
                    (LedgerList.Due, its.OnTime.Of),
                    (LedgerList.Missed, its.OnTime.Of - its.OnTime.Part),
                    (LedgerList.Rated, its.Content.Of),
                    (LedgerList.Dissatisfied, its.Content.Of - its.Content.Part),
                    (LedgerList.Replied, its.FirstReply.Orders),
                    (LedgerList.Supervised, its.Supervised.Part),
                    (LedgerList.Repeated, its.Repeated.Part),
                    (LedgerList.Merged, its.Merged),
                }
            )
                Assert.Equal((list, counted), (list, (await Rows(data, list, scope, s_past, leader)).Count));
        }
    }

    private static async Task<Indicators> Of(CourtData data, FigurePeriod period, Actor by) =>
        (await data.Use((StatisticsQueries q) => q.Read(FigureScope.All, period, by, default)))!.Total;

    private static Task<List<LedgerRow>> Rows(CourtData data, LedgerList list, FigureScope scope, FigurePeriod period, Actor by) =>
        data.Use(async (LedgerQueries q) => await q.All(list, scope, period, by, default).ToListAsync());
}
