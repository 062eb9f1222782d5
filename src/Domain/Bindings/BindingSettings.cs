using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Bindings;

/// <summary>Section <c>Bindings</c>: within how many working days a request is decided, and what holds around it.</summary>
public sealed class BindingSettings
{
    public int WorkingDays { get; set; } = SupervisionLimits.Default.Days;
    public int SecondDays { get; set; } = SupervisionLimits.Default.SecondDays;
    public int ThirdDays { get; set; } = SupervisionLimits.Default.ThirdDays;

    /// <summary>Working days that the requester has to bring what is missing.</summary>
    public int SupplementDays { get; set; } = 3;

    /// <summary>The days are counted anew from the day after a supplement; else they run on while the court waits.</summary>
    public bool SupplementRestarts { get; set; } = true;

    /// <summary>Requests of one person a day: whoever guesses at cases and names ends here.</summary>
    public int RequestsADay { get; set; } = 10;

    public SupervisionLimits Limits => new(WorkingDays, SecondDays, ThirdDays);

    public Ladder Ladder(WorkCalendar calendar, DateTimeOffset now) => Ladder(calendar, ChinaTime.DayOf(now));

    /// <param name="from">Counted from the day after.</param>
    public Ladder Ladder(WorkCalendar calendar, DateOnly from) => Supervision.Ladder.Of(calendar, Limits, from);
}
