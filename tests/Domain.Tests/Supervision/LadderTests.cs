using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Tests.Supervision;

public class LadderTests
{
    private static readonly WorkCalendar s_calendar = OfficialCalendar.AsPublished;

    // Domain facts §7.1: the levels' last days; each fires at 9:00 of the next working day.
    [Theory]
    [InlineData("2026-11-20", "2026-11-25", "2026-11-26", "2026-11-30", "2026-12-02")]
    [InlineData("2026-02-12", "2026-02-24", "2026-02-25", "2026-02-27", "2026-03-02")]
    [InlineData("2026-11-13", "2026-11-18", "2026-11-19", "2026-11-23", "2026-11-25")]
    [InlineData("2026-04-30", "2026-05-08", "2026-05-09", "2026-05-12", "2026-05-14")]
    public void Levels_fire_on_the_working_day_after_three_two_and_two(
        string start,
        string due,
        string level1,
        string level2,
        string level3
    )
    {
        var ladder = Ladder.Of(s_calendar, SupervisionLimits.Default, Day(start));

        Assert.Equal((Day(due), ChinaTime.StartOf(Day(due).AddDays(1))), (ladder.Due.Day, ladder.Due.At));
        Assert.Equal([Nine(level1), Nine(level2), Nine(level3)], [ladder.Level1At, ladder.Level2At, ladder.Level3At]);
    }

    [Theory]
    [InlineData("2026-11-20", 3, "2026-11-24")]
    [InlineData("2026-02-12", 3, "2026-02-14")] // the day before the limit's day is a Saturday worked in exchange
    [InlineData("2026-11-20", 2, "2026-11-23")]
    public void The_reminder_comes_one_working_day_before(string start, int days, string remind) =>
        Assert.Equal(Nine(remind), Ladder.Of(s_calendar, new SupervisionLimits(days, 2, 2), Day(start)).RemindAt);

    [Theory]
    [InlineData("2026-11-19")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-21")] // begun on a Saturday: Friday was before it
    public void A_limit_of_one_day_has_no_reminder(string start) =>
        Assert.Null(Ladder.Of(s_calendar, new SupervisionLimits(1, 2, 2), Day(start)).RemindAt);

    [Fact]
    public void Beyond_the_published_calendar_the_limit_is_provisional()
    {
        Assert.False(Ladder.Of(s_calendar, SupervisionLimits.Default, Day("2026-12-24")).Due.Provisional);
        Assert.True(Ladder.Of(s_calendar, SupervisionLimits.Default, Day("2026-12-30")).Due.Provisional);
    }

    [Fact]
    public void An_extension_moves_the_limit_and_all_levels()
    {
        var ladder = Ladder.Of(s_calendar, SupervisionLimits.Default, Day("2026-11-20"), extraDays: 2);

        Assert.Equal(Day("2026-11-27"), ladder.Due.Day);
        Assert.Equal(
            [Nine("2026-11-26"), Nine("2026-11-30"), Nine("2026-12-02"), Nine("2026-12-04")],
            [ladder.RemindAt!.Value, ladder.Level1At, ladder.Level2At, ladder.Level3At]
        );
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);

    private static DateTimeOffset Nine(string text) => ChinaTime.At(Day(text), new TimeOnly(9, 0));
}
