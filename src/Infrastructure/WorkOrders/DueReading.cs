using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.WorkOrders;

/// <summary>Reads deadlines for people, at one moment and by one calendar.</summary>
public sealed record DueReading(WorkCalendar Calendar, AnswerLimits Limits, DateTimeOffset Now)
{
    /// <param name="closedAt">A closed order keeps the figures of the day it was closed.</param>
    public Due Read(DateOnly day, bool provisional, Category category, DateTimeOffset? closedAt = null)
    {
        var today = ChinaTime.DayOf(closedAt ?? Now);
        var isOver = today > day;
        return new Due(
            day, ChinaTime.Day(day), Limits.For(category),
            isOver ? 0 : Calendar.WorkingDaysBetween(today, day),
            isOver ? Math.Max(1, Calendar.WorkingDaysBetween(day, today)) : 0,
            provisional);
    }
}
