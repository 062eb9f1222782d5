using Domain.Calendar;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Health;

namespace Infrastructure.Calendar;

/// <summary>Asks the city's administrators for a year's notice that is missing, once a day from nine o'clock until it is there.</summary>
public sealed class AskForCalendar(ICalendars calendars, TellAdministrators administrators, TimeProvider clock)
{
    private static readonly TimeOnly s_from = new(9, 0);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        if (now < ChinaTime.At(today, s_from) || (await calendars.Current(ct)).MissingYear(today) is not { } year)
            return;
        var reason = $"{year} 年的放假安排还没有导入，到了 {year} 年的期限都是{CountedDay.Provisional}";
        await administrators.TellOfTheCity(CalendarNotices.YearMissing, reason, ChinaTime.StartOf(today), ct);
    }
}
