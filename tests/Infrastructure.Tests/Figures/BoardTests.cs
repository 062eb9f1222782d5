using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Figures;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.Figures;

public class BoardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset s_now = ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 26));
    private readonly StoppedClock _clock = new(s_now);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_board_equals_a_count_by_hand(bool folded)
    {
        var data = await ThreeWeeks();
        if (folded)
            await data.Use((FoldFigures fold) => fold.Run(default));
        var orders = await data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().ToListAsync());
        var board = await data.Use((BoardQueries q) => q.Read(null, default));

        var (today, weekAgo, monthStarts) = (
            ChinaTime.StartOf(new(2026, 11, 20)),
            ChinaTime.StartOf(new(2026, 11, 13)),
            ChinaTime.StartOf(new(2026, 11, 1))
        );
        var open = orders.Where(o => o.ClosedAt is null).ToList();
        var dueToday = orders.Where(o => o.DispatchedAt is not null && o.DueDay == new DateOnly(2026, 11, 20)).ToList();
        var rated = orders.Where(o => o.RatedAt >= monthStarts).ToList();
        var fell = orders.Where(o => o.DispatchedAt is not null && o.DueAt > monthStarts && o.DueAt <= s_now).ToList();
        Assert.Equal(orders.Count(o => o.ReceivedAt >= today), board.Received);
        Assert.Equal(orders.Count(o => o.ReceivedAt >= weekAgo && o.ReceivedAt < s_now.AddDays(-7)), board.ReceivedLastWeek);
        Assert.Equal((open.Count, orders.Count(o => o.ClosedAt >= today)), (board.Open, board.ClosedToday));
        Assert.Equal(
            (dueToday.Count(o => o.ClosedAt is null), dueToday.Count(o => o.ClosedAt is not null)),
            (board.DueToday, board.DueTodayAnswered)
        );
        Assert.Equal(open.Count(o => o.DueAt <= s_now), board.Late);
        Assert.Equal(new Share(rated.Count(o => o.Satisfaction != Satisfaction.Dissatisfied), rated.Count), board.Content);
        Assert.Equal(new Share(fell.Count(o => o.ClosedAt < o.DueAt), fell.Count), board.ThisMonth.OnTime);
        Assert.Equal(
            orders.Count(o => o.ReceivedAt >= today && o.Channel == Channel.Hotline),
            board.Channels.Single(c => c.Channel == Channel.Hotline).Received
        );
        Assert.Equal(15, board.Days.Count);
        Assert.All(board.Days, d => Assert.Equal(orders.Count(o => ChinaTime.DayOf(o.ReceivedAt) == d.Day), d.Received));
        Assert.Equal(
            [false, false, false, false],
            board.Days.Where(d => d.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).Select(d => d.IsWorkday)
        );
        Assert.Equal(("越秀法院", open.Count), (board.Units[0].Name, board.Units[0].Open));
        Assert.Equal(board.Late, board.Units.Sum(u => u.Late));
        Assert.Equal((board.Late, 0L), (board.Untold, board.Levels.Sum(l => l.Orders))); // nobody was told: no sweep ran
        Assert.Equal(open.Where(o => o.DueAt <= s_now).OrderBy(o => o.DueAt).Take(9).Count(), board.Oldest.Count);
        Assert.True(
            board is { Received: > 0, ReceivedLastWeek: > 0, Late: > 0, DueToday: > 0, Dissatisfied: > 0 }
                && board.ThisMonth.FirstReply.Orders > 0
        );
        Assert.True(board.Oldest.Zip(board.Oldest.Skip(1)).All(pair => pair.First.DaysLate >= pair.Second.DaysLate));
    }

    [Fact]
    public async Task A_courts_board_shows_its_divisions_and_nothing_of_others()
    {
        var data = await ThreeWeeks();
        var (yuexiu, panyu) = (await data.Court(), await data.Court("panyu"));
        var own = await data.Use((BoardQueries q) => q.Read(yuexiu.Id, default));
        var city = await data.Use((BoardQueries q) => q.Read(null, default));
        Assert.Equal(("越秀法院", city.Open, city.Received), (own.CourtName, own.Open, own.Received));
        Assert.Contains(own.Units, u => u.Name == "民一庭");
        Assert.All(own.Oldest, o => Assert.Equal("民一庭", o.Unit));
        var other = await data.Use((BoardQueries q) => q.Read(panyu.Id, default));
        Assert.Equal((0L, 0L, 0), (other.Open, other.Received, other.Oldest.Count));
    }

    [Fact]
    public async Task All_screens_of_a_host_share_one_reading()
    {
        var data = await ThreeWeeks();
        var cache = await data.Use((IServiceProvider services) => Task.FromResult(services.GetRequiredService<BoardCache>()));
        var boards = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cache.Current(null, default)));
        Assert.All(boards, board => Assert.Same(boards[0], board));
        Assert.NotSame(boards[0], await cache.Current((await data.Court()).Id, default));
    }

    [Fact]
    public async Task Every_figure_leads_to_exactly_the_orders_that_were_counted()
    {
        var data = await ThreeWeeks();
        var leader = await data.ActorOf(await data.Staff(Role.President, await data.Division(DivisionKind.Leadership)));
        foreach (
            var period in new[]
            {
                FigurePeriod.Around(PeriodKind.Month, new(2026, 11, 20)),
                FigurePeriod.Around(PeriodKind.Week, new(2026, 11, 13)),
                FigurePeriod.Between(new(2026, 10, 20), new(2026, 11, 20)),
            }
        )
        {
            var total = await data.Use((StatisticsQueries q) => q.Read(FigureScope.All, period, leader, default));
            var scopes = total!
                .Parts.Select(p => (p.Indicators, Scope: total.Scope.Part(p.Unit)))
                .Append((total.Total, total.Scope))
                .ToList();
            foreach (var part in total.Parts)
            {
                var division = await data.Use((StatisticsQueries q) => q.Read(total.Scope.Part(part.Unit), period, leader, default));
                Assert.Equal(part.Indicators, division!.Total);
                scopes.AddRange(division.Parts.Select(p => (p.Indicators, division.Scope.Part(p.Unit))));
            }

            foreach (var (its, scope) in scopes)
            {
                Assert.Equal(its.Received, await Count(LedgerList.Received));
                Assert.Equal(its.Closed, await Count(LedgerList.Closed));
                Assert.Equal((its.Open, its.Late), (await Count(LedgerList.Open), await Count(LedgerList.Late)));
                Assert.Equal(
                    (its.OnTime.Of, its.OnTime.Of - its.OnTime.Part),
                    (await Count(LedgerList.Due), await Count(LedgerList.Missed))
                );
                Assert.Equal(its.Merged, await Count(LedgerList.Merged));
                Assert.Equal(
                    (its.Content.Of, its.Content.Of - its.Content.Part),
                    (await Count(LedgerList.Rated), await Count(LedgerList.Dissatisfied))
                );
                Assert.Equal(
                    (its.FirstReply.Orders, its.Supervised.Part),
                    (await Count(LedgerList.Replied), await Count(LedgerList.Supervised))
                );

                async Task<int> Count(LedgerList list) =>
                    await data.Use(async (LedgerQueries q) => await q.All(list, scope, period, leader, default).CountAsync());
            }
        }
    }

    [Fact]
    public async Task Pages_of_the_ledger_follow_each_other_without_gap_or_repeat()
    {
        var data = await ThreeWeeks();
        var leader = await data.ActorOf(await data.Staff(Role.President, await data.Division(DivisionKind.Leadership)));
        var period = FigurePeriod.Between(new(2026, 10, 1), new(2026, 11, 20));
        List<Guid> seen = [];
        Cursor? next = null;
        do
        {
            var after = next;
            var page = await data.Use((LedgerQueries q) => q.Page(LedgerList.Received, FigureScope.All, period, after, leader, default));
            seen.AddRange(page!.Rows.Select(r => r.Order.Id));
            next = page.Next;
        } while (next is not null);
        Assert.Equal((await data.Use((CourtDb db) => db.Set<WorkOrder>().Select(o => o.Id).ToListAsync())).Order(), seen.Order());
        Assert.True(seen.Count > Page<LedgerRow>.Size);
    }

    /// <summary>Orders of three weeks in 越秀: answered early, late or not at all, rated well or badly, some at once.</summary>
    private async Task<CourtData> ThreeWeeks()
    {
        var data = await CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);
        var (judge, _) = await data.People();
        var agent = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing, "gz-zy")));
        var litigant = await data.Litigant();
        var @case = await data.Case(litigant, judge: judge);
        for (var i = 0; i < 75; i++)
        {
            _clock.Now = s_now.AddDays(-21).AddHours(i * 7 - 20);
            if (_clock.Now > s_now)
                break;
            if (i % 9 == 0)
            {
                await data.Use(
                    (RegisterIntake register) =>
                        register.Handle(
                            Guid.CreateVersion7(),
                            new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "", "", "", "开庭了吗？")
                            {
                                CaseId = @case.Id,
                                AnsweredAtOnce = "还没有。",
                            },
                            agent,
                            default
                        )
                );
                continue;
            }

            var order = await data.Message(litigant, @case);
            if (i % 5 == 4)
                continue;
            _clock.Now = _clock.Now.AddDays(i % 3 == 0 ? 7 : 1);
            if (_clock.Now > s_now)
                continue;
            await data.Answer(order, judge);
            if (i % 2 == 0)
                await data.Use(
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

        foreach (
            var at in new[]
            {
                ChinaTime.At(new(2026, 11, 13), new(10, 25)),
                ChinaTime.At(new(2026, 11, 13), new(10, 27)),
                ChinaTime.At(new(2026, 11, 17), new(9, 0)),
                s_now.AddMinutes(-3),
            }
        )
        {
            _clock.Now = at;
            await data.Message(litigant, @case);
        }

        _clock.Now = s_now;
        await data.Use(
            (RegisterIntake register) =>
                register.Handle(
                    Guid.CreateVersion7(),
                    new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "", "", "", "开庭了吗？")
                    {
                        CaseId = @case.Id,
                        AnsweredAtOnce = "还没有。",
                    },
                    agent,
                    default
                )
        );
        return data;
    }
}
