using Domain.Calendar;
using Domain.Shared;

namespace Domain.Supervision;

/// <summary>
/// The limit and the instants at which the steps fire. Each level counts from the level's end before it, not from when a
/// notice was read, and fires at 9:00 of the next working day (domain facts §7.1).
/// </summary>
/// <param name="StartedOn">The day before day 1.</param>
/// <param name="ExtraDays">Working days added to the limit by an extension.</param>
/// <param name="RemindAt">Null where the limit is too short for a reminder.</param>
public sealed record Ladder(
    DateOnly StartedOn,
    SupervisionLimits Limits,
    int ExtraDays,
    WorkingDeadline Due,
    DateTimeOffset? RemindAt,
    DateTimeOffset Level1At,
    DateTimeOffset Level2At,
    DateTimeOffset Level3At
)
{
    public static readonly TimeOnly FiresAt = new(9, 0);

    public static Ladder Of(WorkCalendar calendar, SupervisionLimits limits, DateOnly startedOn, int extraDays = 0)
    {
        var due = calendar.Add(startedOn, limits.Days + extraDays);
        var second = calendar.Add(due.Day, limits.SecondDays);
        var third = calendar.Add(second.Day, limits.ThirdDays);
        var dayBefore = PreviousWorkday(calendar, due.Day);
        return new Ladder(
            startedOn,
            limits,
            extraDays,
            due,
            dayBefore > startedOn ? At(dayBefore) : null,
            At(calendar.NextWorkday(due.Day)),
            At(calendar.NextWorkday(second.Day)),
            At(calendar.NextWorkday(third.Day))
        );
    }

    private static DateTimeOffset At(DateOnly day) => ChinaTime.At(day, FiresAt);

    private static DateOnly PreviousWorkday(WorkCalendar calendar, DateOnly before)
    {
        var day = before.AddDays(-1);
        while (!calendar.IsWorkday(day))
            day = day.AddDays(-1);
        return day;
    }
}
