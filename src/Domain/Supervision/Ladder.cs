using Domain.Calendar;
using Domain.Shared;

namespace Domain.Supervision;

/// <summary>
/// The limit and the instants at which the steps fire. Each level counts from the level's end before it, not from when a
/// notice was read, and fires at 9:00 of the next working day (domain facts §7.1).
/// </summary>
/// <param name="RemindAt">Null where the limit is too short for a reminder.</param>
public sealed record Ladder(WorkingDeadline Due, DateTimeOffset? RemindAt, DateTimeOffset Level1At, DateTimeOffset Level2At, DateTimeOffset Level3At)
{
    public static readonly TimeOnly FiresAt = new(9, 0);

    public static Ladder Of(WorkCalendar calendar, SupervisionLimits limits, DateOnly startedOn) =>
        From(calendar, limits, startedOn, calendar.Add(startedOn, limits.Days));

    /// <summary>With a limit that was set otherwise: an extension.</summary>
    public static Ladder From(WorkCalendar calendar, SupervisionLimits limits, DateOnly startedOn, WorkingDeadline due)
    {
        var second = calendar.Add(due.Day, limits.SecondDays).Day;
        var third = calendar.Add(second, limits.ThirdDays).Day;
        var dayBefore = PreviousWorkday(calendar, due.Day);
        return new Ladder(
            due,
            dayBefore > startedOn ? At(dayBefore) : null,
            At(calendar.NextWorkday(due.Day)), At(calendar.NextWorkday(second)), At(calendar.NextWorkday(third)));
    }

    private static DateTimeOffset At(DateOnly day) => ChinaTime.At(day, FiresAt);

    private static DateOnly PreviousWorkday(WorkCalendar calendar, DateOnly before)
    {
        var day = before.AddDays(-1);
        while (!calendar.IsWorkday(day)) day = day.AddDays(-1);
        return day;
    }
}
