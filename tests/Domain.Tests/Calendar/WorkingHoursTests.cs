using Domain.Calendar;
using Domain.Shared;

namespace Domain.Tests.Calendar;

public class WorkingHoursTests
{
    private static readonly WorkCalendar s_calendar = new(
        OfficialCalendar.Years,
        [new CalendarOverride(new DateOnly(2026, 11, 24), Works: false, "台风")]
    );

    [Theory]
    [InlineData("2026-11-20 08:29", "2026-11-20 08:30")] // before work
    [InlineData("2026-11-20 08:30", "2026-11-20 08:30")]
    [InlineData("2026-11-20 11:59", "2026-11-20 11:59")]
    [InlineData("2026-11-20 12:00", "2026-11-20 14:00")] // noon: the same afternoon
    [InlineData("2026-11-20 17:29", "2026-11-20 17:29")]
    [InlineData("2026-11-20 17:30", "2026-11-23 08:30")] // Friday evening: Monday
    [InlineData("2026-11-21 10:00", "2026-11-23 08:30")] // Saturday
    [InlineData("2026-11-23 20:00", "2026-11-25 08:30")] // Tuesday is closed by hand
    [InlineData("2026-09-30 18:00", "2026-10-08 08:30")] // National Day
    public void What_comes_outside_working_hours_waits_for_their_next_beginning(string at, string opens)
    {
        var hours = new WorkingHours();
        Assert.Equal(Read(opens), hours.NextOpening(s_calendar, Read(at)));
        Assert.Equal(at == opens, hours.IsOpen(s_calendar, Read(at)));
    }

    [Fact]
    public void A_make_up_saturday_is_a_working_day()
    {
        var saturday = OfficialCalendar.Years.Single(y => y.Year == 2026).MakeUpDays.Order().First();
        var morning = ChinaTime.At(saturday, new TimeOnly(9, 0));
        Assert.Equal(morning, new WorkingHours().NextOpening(s_calendar, morning));
    }

    private static DateTimeOffset Read(string local) =>
        new DateTimeOffset(
            DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture),
            TimeSpan.FromHours(8)
        ).ToUniversalTime();
}
