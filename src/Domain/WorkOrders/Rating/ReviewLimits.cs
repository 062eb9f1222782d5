using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Section <c>Reviews</c>: within how many working days the filing division looks at a dissatisfied rating; older ones stand out.</summary>
public sealed class ReviewLimits
{
    public int WorkingDays { get; set; } = 3;

    /// <returns>What came before this instant is overdue.</returns>
    public DateTimeOffset OverdueBefore(WorkCalendar calendar, DateTimeOffset now)
    {
        var day = ChinaTime.DayOf(now).AddDays(-WorkingDays);
        while (calendar.Add(day, WorkingDays).At > now)
            day = day.AddDays(-1);
        return ChinaTime.StartOf(day.AddDays(1));
    }
}
