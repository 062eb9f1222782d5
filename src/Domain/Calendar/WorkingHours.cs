using Domain.Shared;

namespace Domain.Calendar;

/// <summary>When courts work, on the working days of their calendar. Set by <c>WorkingHours:*</c>.</summary>
public sealed class WorkingHours
{
    private const int LongestSearch = 366;

    public TimeOnly MorningFrom { get; init; } = new(8, 30);
    public TimeOnly MorningTo { get; init; } = new(12, 0);
    public TimeOnly AfternoonFrom { get; init; } = new(14, 0);
    public TimeOnly AfternoonTo { get; init; } = new(17, 30);

    public bool IsOpen(WorkCalendar calendar, DateTimeOffset at) => NextOpening(calendar, at) == at;

    /// <returns>The instant itself in working hours; else when they begin next, which at noon is the same afternoon.</returns>
    public DateTimeOffset NextOpening(WorkCalendar calendar, DateTimeOffset at)
    {
        var (today, time) = (ChinaTime.DayOf(at), TimeOnly.FromTimeSpan(ChinaTime.ToLocal(at).TimeOfDay));
        if (calendar.IsWorkday(today))
        {
            if (time < MorningFrom)
                return ChinaTime.At(today, MorningFrom);
            if (time < MorningTo)
                return at;
            if (time < AfternoonFrom)
                return ChinaTime.At(today, AfternoonFrom);
            if (time < AfternoonTo)
                return at;
        }

        for (var i = 1; i <= LongestSearch; i++)
        {
            if (calendar.IsWorkday(today.AddDays(i)))
                return ChinaTime.At(today.AddDays(i), MorningFrom);
        }

        throw new InvalidOperationException($"No working day within a year after {today:O}.");
    }
}
