using System.Globalization;
using Domain.Shared;
using Shouldly;

namespace Domain.Tests.Shared;

public class ChinaTimeTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);

    [Theory]
    [InlineData("2026-11-24T15:59:59Z", "2026-11-24")]
    [InlineData("2026-11-24T16:00:00Z", "2026-11-25")]
    [InlineData("2026-11-25T23:30:00+08:00", "2026-11-25")]
    public void The_day_changes_at_midnight_in_Guangzhou(string instant, string day) =>
        ChinaTime.DayOf(At(instant)).ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Fact]
    public void A_day_starts_at_16_hours_UTC_of_the_day_before()
    {
        ChinaTime.StartOf(Wednesday).ShouldBe(At("2026-11-24T16:00:00Z"));
        ChinaTime.StartOf(Wednesday).Offset.ShouldBe(TimeSpan.Zero);
        ChinaTime.DayOf(ChinaTime.StartOf(Wednesday)).ShouldBe(Wednesday);
    }

    [Fact]
    public void A_local_time_is_an_instant() => ChinaTime.At(Wednesday, new TimeOnly(9, 0)).ShouldBe(At("2026-11-25T01:00:00Z"));

    [Fact]
    public void A_day_is_written_with_its_weekday_and_with_the_year_only_when_it_is_another()
    {
        ChinaTime.Day(Wednesday).ShouldBe("11 月 25 日（周三）");
        ChinaTime.Day(new(2026, 12, 6), thisYear: 2026).ShouldBe("12 月 6 日（周日）");
        ChinaTime.Day(new(2027, 1, 4), thisYear: 2026).ShouldBe("2027 年 1 月 4 日（周一）");
        ChinaTime.DayWithYear(Wednesday).ShouldBe("2026 年 11 月 25 日");
    }

    [Fact]
    public void A_short_day_is_written_with_its_weekday_and_with_the_year_only_when_it_is_another()
    {
        ChinaTime.ShortDay(Wednesday).ShouldBe("11-25 周三");
        ChinaTime.ShortDay(new(2026, 1, 3), thisYear: 2026).ShouldBe("01-03 周六");
        ChinaTime.ShortDay(new(2027, 1, 4), thisYear: 2026).ShouldBe("2027-01-04 周一");
    }

    [Theory]
    [InlineData("2026-11-20T01:02:59Z", "09:02")]
    [InlineData("2026-11-20T07:42:00Z", "15:42")]
    [InlineData("2026-11-20T16:00:00Z", "00:00")]
    public void The_clock_shows_hours_and_minutes_with_two_digits_each(string instant, string clock) =>
        ChinaTime.Clock(At(instant)).ShouldBe(clock);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
