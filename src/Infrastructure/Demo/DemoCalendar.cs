using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.Demo;

/// <summary>Working days and office hours counted from now backwards and forwards.</summary>
internal sealed class DemoCalendar(WorkCalendar calendar, AnswerLimits limits, DemoDice dice, DateTimeOffset now)
{
    public DateTimeOffset Now { get; } = now;

    public DateOnly Today { get; } = ChinaTime.DayOf(now);

    public bool Works(DateOnly day) => calendar.IsWorkday(day);

    /// <summary>The working day that many working days after a day, or before it when negative. 0 is the day itself, or the next working day.</summary>
    public DateOnly Workday(DateOnly from, int days)
    {
        var day = Works(from) ? from : calendar.NextWorkday(from);
        for (; days > 0; days--)
            day = calendar.NextWorkday(day);
        for (; days < 0; days++)
        {
            do day = day.AddDays(-1);
            while (!Works(day));
        }

        return day;
    }

    /// <summary>The newest day on which an order had to come to be due then; at the latest today.</summary>
    /// <param name="inOfficeHours">Only on a working day.</param>
    public DateOnly DispatchedFor(DateOnly due, Category category, bool inOfficeHours)
    {
        var day = due;
        while (day > Today || (inOfficeHours && !Works(day)) || limits.Deadline(calendar, null, category, day).Day > due)
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>Some moment of the day in office hours, at least ten minutes after <paramref name="after"/>.</summary>
    public DateTimeOffset AtWork(DateOnly day, DateTimeOffset after) => Later(At(day, dice.Between(8 * 60 + 40, 17 * 60 + 20)), after);

    /// <summary>Some moment of the day at which people write on their phones.</summary>
    public DateTimeOffset AtHome(DateOnly day, DateTimeOffset after) => Later(At(day, dice.Between(8 * 60, 22 * 60)), after);

    public static DateTimeOffset At(DateOnly day, int minutes) => ChinaTime.StartOf(day).AddMinutes(minutes);

    private DateTimeOffset Later(DateTimeOffset at, DateTimeOffset after) =>
        (at < after.AddMinutes(10) ? after.AddMinutes(dice.Between(10, 25)) : at).AddSeconds(dice.Between(0, 59));
}
