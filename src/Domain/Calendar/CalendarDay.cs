namespace Domain.Calendar;

/// <summary>A day that differs from its weekday: from the State Council's notice, or set by hand (台风停工).</summary>
public sealed class CalendarDay
{
    public const int ReasonMaxLength = 100;

    /// <summary>The year whose notice names it; New Year's Eve may belong to the next year's.</summary>
    public int Year { get; set; }

    public DateOnly Day { get; init; }
    public bool Works { get; set; }

    /// <summary>Set by hand with a reason; wins over the notice.</summary>
    public bool IsManual { get; init; }

    /// <summary>The holiday's name, or why it was set by hand.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The change that set it by hand.</summary>
    public Guid? ChangeId { get; set; }
}

/// <summary>The calendar in force, kept in memory and renewed on every host when it is changed.</summary>
public interface ICalendars
{
    ValueTask<WorkCalendar> Current(CancellationToken ct);

    /// <summary>To be called after a change in this host; the others hear of it.</summary>
    void Renew();
}

public static class CalendarDays
{
    public static WorkCalendar ToCalendar(this IReadOnlyCollection<CalendarDay> days) =>
        new(
            days.Where(d => !d.IsManual)
                .GroupBy(d => d.Year)
                .Select(year => new CalendarYear(
                    year.Key,
                    year.Where(d => !d.Works).Select(d => d.Day).ToHashSet(),
                    year.Where(d => d.Works).Select(d => d.Day).ToHashSet()
                )),
            days.Where(d => d.IsManual).Select(d => new CalendarOverride(d.Day, d.Works, d.Reason))
        );
}
