using Domain.Calendar;
using Domain.Shared;

namespace Infrastructure.WorkOrders;

/// <summary>Reads deadlines for people, at one moment and by one calendar.</summary>
public sealed record DueReading(WorkCalendar Calendar, DateTimeOffset Now)
{
    /// <param name="startedOn">The day from which the limit runs: the next working day is its first.</param>
    /// <param name="closedAt">A closed order keeps the figures of the day it was closed.</param>
    public Due Read(DateOnly day, bool provisional, DateOnly startedOn, DateTimeOffset? closedAt = null)
    {
        var today = ChinaTime.DayOf(closedAt ?? Now);
        var isOver = today > day;
        return new Due(
            day,
            new CountedDay(day, provisional).Words,
            Calendar.WorkingDaysBetween(startedOn, day),
            isOver ? 0 : Calendar.WorkingDaysBetween(today, day),
            isOver ? Math.Max(1, Calendar.WorkingDaysBetween(day, today)) : 0,
            provisional
        );
    }
}
