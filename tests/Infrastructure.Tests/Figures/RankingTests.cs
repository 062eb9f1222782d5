using System.Globalization;
using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Figures;

namespace Infrastructure.Tests.Figures;

public class RankingTests
{
    [Fact]
    public void Equal_units_share_a_rank_and_the_next_is_left_out()
    {
        var ranked = Ranking.Of([Unit("丙", 9, 10), Unit("甲", 10, 10), Unit("乙", 20, 20), Unit("丁", 18, 20)]);
        Assert.Equal([(1, "乙"), (1, "甲"), (3, "丁"), (3, "丙")], ranked.Select(r => (r.Rank!.Value, r.Unit.Name)));
    }

    [Fact]
    public void Of_equal_on_time_shares_fewer_supervised_orders_come_first()
    {
        var ranked = Ranking.Of([Unit("甲", 9, 10, supervised: 2), Unit("乙", 9, 10, supervised: 1), Unit("丙", 9, 10, supervised: 1)]);
        Assert.Equal([(1, "丙"), (1, "乙"), (3, "甲")], ranked.Select(r => (r.Rank!.Value, r.Unit.Name)));
    }

    [Fact]
    public void Fewer_than_five_orders_give_no_rank_and_take_none_from_others()
    {
        var ranked = Ranking.Of([
            Unit("少", 4, 4),
            Unit("够", 3, 5),
            Unit("多", 8, 9),
            Unit("无", 0, 0, received: 0),
            Unit("未届", 0, 0, received: 7),
        ]);
        Assert.Equal([(1, "多"), (2, "够"), (null, "少"), (null, "未届")], ranked.Select(r => (r.Rank, r.Unit.Name)));
    }

    [Fact]
    public void Whoever_answers_for_a_unit_without_being_of_it_takes_no_rank()
    {
        var ranked = Ranking.Of([Unit("话务员", 20, 20) with { IsGuest = true }, Unit("甲", 9, 10), Unit("乙", 8, 10)]);
        Assert.Equal([(1, "甲"), (2, "乙"), (null, "话务员")], ranked.Select(r => (r.Rank, r.Unit.Name)));
    }

    [Fact]
    public void Shares_that_print_alike_and_differ_are_not_equal()
    {
        var ranked = Ranking.Of([Unit("甲", 9_999, 10_000), Unit("乙", 9_998, 10_000)]);
        Assert.Equal(ranked[0].Unit.Indicators.OnTime.ToString(), ranked[1].Unit.Indicators.OnTime.ToString());
        Assert.Equal([1, 2], ranked.Select(r => r.Rank!.Value));
    }

    [Theory]
    [InlineData(PeriodKind.Month, "2026-11-20", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-20")]
    [InlineData(PeriodKind.Month, "2026-09-10", "2026-09-01", "2026-09-30", "2026-08-01", "2026-08-31")]
    [InlineData(PeriodKind.Week, "2026-11-20", "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-13")]
    [InlineData(PeriodKind.Week, "2026-11-15", "2026-11-09", "2026-11-15", "2026-11-02", "2026-11-08")]
    [InlineData(PeriodKind.Day, "2026-11-20", "2026-11-20", "2026-11-20", "2026-11-19", "2026-11-19")]
    [InlineData(PeriodKind.Quarter, "2026-11-20", "2026-10-01", "2026-12-31", "2026-07-01", "2026-08-20")]
    [InlineData(PeriodKind.Quarter, "2026-05-31", "2026-04-01", "2026-06-30", "2026-01-01", "2026-03-31")]
    [InlineData(PeriodKind.Year, "2026-11-20", "2026-01-01", "2026-12-31", "2025-01-01", "2025-11-20")]
    public void A_period_that_goes_on_is_compared_with_as_many_days(
        PeriodKind kind,
        string day,
        string from,
        string to,
        string beforeFrom,
        string beforeTo
    )
    {
        var period = FigurePeriod.Around(kind, Day(day));
        Assert.Equal((Day(from), Day(to)), (period.From, period.To));
        var before = period.Before(new(2026, 11, 20));
        Assert.Equal((Day(beforeFrom), Day(beforeTo)), (before.From, before.To));
    }

    [Fact]
    public void A_quarter_and_a_year_are_stepped_through_and_named()
    {
        var quarter = FigurePeriod.Around(PeriodKind.Quarter, new(2026, 11, 20));
        Assert.Equal(("2026年第4季度", "2027年第1季度"), ($"{quarter}", $"{quarter.Step(1)}"));
        var year = FigurePeriod.Around(PeriodKind.Year, new(2026, 11, 20));
        Assert.Equal(("2026年", "2025年"), ($"{year}", $"{year.Step(-1)}"));
    }

    [Theory]
    [InlineData(9_996, 10_000, "99.9%")]
    [InlineData(9_950, 10_000, "99.5%")]
    [InlineData(945, 1_000, "94.5%")]
    [InlineData(9_445, 10_000, "94.5%")]
    [InlineData(9_444, 10_000, "94.4%")]
    [InlineData(7, 7, "100%")]
    [InlineData(0, 7, "0.0%")]
    [InlineData(12, 7, "171.4%")]
    [InlineData(0, 0, "—")]
    public void Rates_are_rounded_half_up_and_less_than_all_is_never_100(long part, long of, string words) =>
        Assert.Equal(words, new Share(part, of).ToString());

    [Theory]
    [InlineData(Role.President, false, true, true, true)]
    [InlineData(Role.FilingDivision, false, true, true, true)]
    [InlineData(Role.DivisionHead, false, false, true, true)]
    [InlineData(Role.Judge, false, false, false, false)]
    [InlineData(Role.HotlineAgent, false, false, false, false)]
    [InlineData(Role.Administrator, false, false, false, false)]
    public void Nobody_looks_beyond_the_own_scope(Role role, bool city, bool ownCourt, bool ownDivision, bool colleague)
    {
        var (court, division) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var me = Actor.Staff(Guid.CreateVersion7(), "某", new StaffPost(Guid.CreateVersion7(), role, court, division));
        var (its, ofDivision) = (new FigureScope { CourtId = court }, new FigureScope { CourtId = court, DivisionId = division });
        var another = new FigureScope { CourtId = Guid.CreateVersion7() };
        Assert.Equal(city, FigureScope.For(me, FigureScope.All) == FigureScope.All);
        Assert.Equal(ownCourt, FigureScope.For(me, its) == its);
        Assert.Equal(ownDivision, FigureScope.For(me, ofDivision) == ofDivision);
        Assert.Equal(colleague, FigureScope.For(me, ofDivision with { OwnerId = Guid.CreateVersion7() }) is not null);
        Assert.Null(FigureScope.For(me, another));
        Assert.Null(FigureScope.For(me, another with { DivisionId = division }));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StatisticsRow Unit(string name, int onTime, int due, int supervised = 0, long received = 10) =>
        new(
            Guid.CreateVersion7(),
            name,
            new Indicators(
                received,
                0,
                0,
                0,
                new Share(onTime, due),
                new Share(0, 0),
                new AnswerTime(0, 0),
                new Share(supervised, due),
                new Share(0, 0),
                0,
                0,
                0,
                new Share(0, 0)
            )
        );
}
