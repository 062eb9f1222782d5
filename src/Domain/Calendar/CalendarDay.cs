namespace Domain.Calendar;

/// <summary>A day that differs from its weekday: from the State Council's notice, or set by hand (台风停工).</summary>
public sealed class CalendarDay
{
    /// <summary>The year whose notice names it; New Year's Eve may belong to the next year's.</summary>
    public int Year { get; init; }

    public DateOnly Day { get; init; }
    public bool Works { get; set; }

    /// <summary>Set by hand with a reason; wins over the notice.</summary>
    public bool IsManual { get; init; }

    public string Reason { get; set; } = "";
}

/// <summary>The calendar in force, kept in memory and renewed when it is changed.</summary>
public interface ICalendars
{
    ValueTask<WorkCalendar> Current(CancellationToken ct);
}
