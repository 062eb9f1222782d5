using Domain.Calendar;
using Domain.Shared;

namespace Infrastructure.WorkOrders;

/// <summary>The four groups of every list by due time: 已超期, 今日到期, 3 个工作日内, 其余.</summary>
public enum DueBand
{
    Late,
    Today,
    Soon,
    Later,
}

/// <summary>The instants that part the groups at a given moment.</summary>
/// <param name="TodayEnds">24:00 of today in Guangzhou.</param>
/// <param name="SoonEnds">24:00 of the third working day from today.</param>
public sealed record DueBands(DateTimeOffset Now, DateTimeOffset TodayEnds, DateTimeOffset SoonEnds)
{
    private const int SoonWorkingDays = 3;

    public static DueBands At(DateTimeOffset now, WorkCalendar calendar)
    {
        var today = ChinaTime.DayOf(now);
        return new(now, ChinaTime.StartOf(today.AddDays(1)), calendar.Add(today, SoonWorkingDays).At);
    }

    public DueBand Of(DateTimeOffset dueAt) =>
        dueAt <= Now ? DueBand.Late
        : dueAt <= TodayEnds ? DueBand.Today
        : dueAt <= SoonEnds ? DueBand.Soon
        : DueBand.Later;
}
