using Infrastructure.Figures;

namespace Infrastructure.Tests.Figures;

public class PeriodWordsTests
{
    [Fact]
    public void A_period_before_says_its_days_so_that_nobody_takes_it_for_the_whole_month()
    {
        var november = FigurePeriod.Around(PeriodKind.Month, new DateOnly(2026, 11, 22));
        Assert.Equal("10-01 至 10-22", november.Before(new DateOnly(2026, 11, 22)).Days(2026));
        Assert.Equal("10-01 至 10-31", november.Step(-1).Days(2026));
        Assert.Equal("11-20", FigurePeriod.Around(PeriodKind.Day, new DateOnly(2026, 11, 20)).Days(2026));
        Assert.Equal("2025-12-01 至 2025-12-31", FigurePeriod.Around(PeriodKind.Month, new DateOnly(2025, 12, 5)).Days(2026));
    }
}
