using Domain.Calendar;
using Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Domain.Tests.Calendar;

public class WorkCalendarTests
{
    private static readonly WorkCalendar s_calendar = OfficialCalendar.AsPublished;

    [Theory]
    [InlineData(2023, "18 20 23 20 21 21 21 23 20 19 22 21", 249)]
    [InlineData(2024, "22 18 21 22 21 19 23 22 21 19 21 22", 251)]
    [InlineData(2025, "19 19 21 22 19 20 23 21 23 18 20 23", 248)]
    [InlineData(2026, "21 16 22 21 19 21 23 21 22 18 21 23", 248)]
    public void Every_month_has_its_working_days(int year, string perMonth, int sum)
    {
        var counted = Enumerable
            .Range(1, 12)
            .Select(month =>
                Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Count(day => s_calendar.IsWorkday(new DateOnly(year, month, day)))
            )
            .ToList();
        Assert.Equal(perMonth.Split(' ').Select(int.Parse), counted);
        Assert.Equal(sum, counted.Sum());
    }

    [Theory]
    [InlineData("2026-11-13", 3, "2026-11-18")]
    [InlineData("2026-11-13", 5, "2026-11-20")]
    [InlineData("2026-11-13", 7, "2026-11-24")]
    [InlineData("2026-11-20", 3, "2026-11-25")]
    [InlineData("2026-11-20", 5, "2026-11-27")]
    [InlineData("2026-11-20", 7, "2026-12-01")]
    [InlineData("2026-02-12", 3, "2026-02-24")]
    [InlineData("2026-02-12", 5, "2026-02-26")]
    [InlineData("2026-02-12", 7, "2026-02-28")]
    [InlineData("2026-04-30", 3, "2026-05-08")]
    public void Working_days_are_counted_from_the_next_day(string start, int days, string due)
    {
        var deadline = s_calendar.Add(Day(start), days);
        Assert.Equal(Day(due), deadline.Day);
        Assert.False(deadline.Provisional);
        Assert.Equal(ChinaTime.StartOf(Day(due).AddDays(1)), deadline.At);
        Assert.Equal(days, s_calendar.WorkingDaysBetween(Day(start), deadline.Day));
        Assert.Equal(-days, s_calendar.WorkingDaysBetween(deadline.Day, Day(start)));
    }

    [Fact]
    public void The_counted_days_are_named() =>
        Assert.Equal([Day("2026-02-13"), Day("2026-02-14"), Day("2026-02-24")], s_calendar.Days(Day("2026-02-12"), 3));

    [Theory]
    [InlineData("2026-01-29", "2026-02-13")]
    [InlineData("2026-01-30", "2026-02-14")]
    [InlineData("2026-02-02", "2026-02-24")]
    [InlineData("2026-04-24", "2026-05-09")]
    [InlineData("2026-09-16", "2026-10-08")]
    [InlineData("2026-09-25", "2026-10-10")]
    [InlineData("2026-11-05", "2026-11-20")]
    [InlineData("2026-11-20", "2026-12-07")]
    public void A_court_period_of_fifteen_days_rolls_over_rest_days_but_not_over_make_up_days(string served, string last) =>
        Assert.Equal(Day(last), s_calendar.LastDayOfPeriod(Day(served), 15));

    [Theory]
    [InlineData("2026-11-20", DayKind.Workday)]
    [InlineData("2026-10-10", DayKind.MakeUpWorkday)]
    [InlineData("2026-11-21", DayKind.RestDay)]
    [InlineData("2026-10-01", DayKind.Holiday)]
    [InlineData("2027-01-01", DayKind.Holiday)] // by law, without a notice
    [InlineData("2027-02-06", DayKind.Holiday)]
    [InlineData("2027-01-04", DayKind.ProvisionalWorkday)]
    [InlineData("2027-01-02", DayKind.ProvisionalRestDay)]
    public void Each_day_is_of_its_kind(string day, DayKind kind) => Assert.Equal(kind, s_calendar.KindOf(Day(day)));

    [Fact]
    public void A_deadline_beyond_the_published_years_is_provisional()
    {
        Assert.False(s_calendar.Add(Day("2026-12-28"), 3).Provisional);
        Assert.True(s_calendar.Add(Day("2026-12-30"), 3).Provisional);
    }

    [Theory]
    [InlineData("2026-12-30", 3, "2027-01-05")] // 元旦 is no working day
    [InlineData("2027-02-04", 1, "2027-02-09")] // 除夕 to 初三, the weekend among them
    [InlineData("2028-04-03", 1, "2028-04-05")] // 清明节 on 04-04
    [InlineData("2027-09-14", 1, "2027-09-16")] // 中秋节
    public void Before_a_notice_the_holidays_of_the_law_are_off_and_the_rest_is_provisional(string start, int days, string due) =>
        Assert.Equal((Day(due), true), (s_calendar.Add(Day(start), days).Day, s_calendar.Add(Day(start), days).Provisional));

    [Fact]
    public void A_court_period_that_ends_on_a_holiday_of_the_law_rolls_without_a_notice() =>
        Assert.Equal("2027-01-04（暂定）", s_calendar.Counted(s_calendar.LastDayOfPeriod(Day("2026-12-17"), 15)).Iso);

    [Theory]
    [InlineData("2026-09-30", null)]
    [InlineData("2026-10-01", 2027)]
    [InlineData("2027-03-01", 2027)]
    public void A_notice_is_missing_from_October_before_its_year_on(string today, int? year) =>
        Assert.Equal(year, s_calendar.MissingYear(Day(today)));

    [Fact]
    public void A_closure_set_by_hand_wins_over_the_notice()
    {
        var typhoon = new WorkCalendar(OfficialCalendar.Years, [new CalendarOverride(Day("2026-11-23"), Works: false, "台风停工")]);
        Assert.Equal(Day("2026-11-26"), typhoon.Add(Day("2026-11-20"), 3).Day);
        Assert.Equal(DayKind.Holiday, typhoon.KindOf(Day("2026-11-23")));
    }

    [Fact]
    public void A_day_set_by_hand_to_be_worked_counts()
    {
        var calendar = new WorkCalendar(
            OfficialCalendar.Years,
            [new CalendarOverride(Day("2026-11-21"), Works: true, "省内调休"), new CalendarOverride(Day("2026-10-07"), Works: true, "值守")]
        );
        Assert.Equal(DayKind.MakeUpWorkday, calendar.KindOf(Day("2026-11-21")));
        Assert.Equal(DayKind.Workday, calendar.KindOf(Day("2026-10-07")));
        Assert.Equal(Day("2026-11-21"), calendar.Add(Day("2026-11-20"), 1).Day);
    }

    [Fact]
    public void A_deadline_that_only_passes_through_an_unknown_day_is_provisional()
    {
        var calendar = new WorkCalendar(OfficialCalendar.Years, [new CalendarOverride(Day("2027-01-04"), Works: true, "元旦后首个工作日")]);
        Assert.Equal(
            new WorkingDeadline(Day("2027-01-04"), ChinaTime.StartOf(Day("2027-01-05")), Provisional: true),
            calendar.Add(Day("2026-12-31"), 1)
        );
    }

    [Fact]
    public void Loading_the_next_year_settles_what_was_provisional()
    {
        var next = new CalendarYear(
            2027,
            new HashSet<DateOnly> { Day("2027-01-01"), Day("2027-01-02"), Day("2027-01-03") },
            new HashSet<DateOnly>()
        );
        var deadline = new WorkCalendar([.. OfficialCalendar.Years, next], []).Add(Day("2026-12-28"), 4);
        Assert.Equal(Day("2027-01-04"), deadline.Day);
        Assert.False(deadline.Provisional);
    }

    [Fact]
    public void A_day_named_by_the_notice_of_the_next_year_is_known()
    {
        Assert.Equal(DayKind.Holiday, s_calendar.KindOf(Day("2022-12-31")));
        Assert.Equal(DayKind.ProvisionalWorkday, s_calendar.KindOf(Day("2022-12-30")));
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-25", 3)]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData("2026-11-20", "2026-11-22", 0)]
    [InlineData("2026-11-25", "2026-11-20", -3)]
    public void Working_days_between_two_days_leave_out_the_first(string from, string to, int days) =>
        Assert.Equal(days, s_calendar.WorkingDaysBetween(Day(from), Day(to)));

    [Fact]
    public void Adding_days_and_counting_them_agree_from_any_start() =>
        Prop.ForAll(
                Gen.Choose(0, 1400).ToArbitrary(),
                Gen.Choose(1, 60).ToArbitrary(),
                (offset, n) =>
                {
                    var start = Day("2023-01-01").AddDays(offset);
                    var deadline = s_calendar.Add(start, n);
                    return s_calendar.IsWorkday(deadline.Day) && s_calendar.WorkingDaysBetween(start, deadline.Day) == n;
                }
            )
            .QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
