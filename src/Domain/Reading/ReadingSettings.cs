using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Reading;

/// <summary>Section <c>Reading</c>: within how many working days a request is decided, by whom, and what is released as a rule.</summary>
public sealed class ReadingSettings
{
    public int WorkingDays { get; set; } = SupervisionLimits.Default.Days;
    public int SecondDays { get; set; } = SupervisionLimits.Default.SecondDays;
    public int ThirdDays { get; set; } = SupervisionLimits.Default.ThirdDays;
    public ReleasedBy ReleasedBy { get; set; } = ReleasedBy.ClerkOrJudge;

    /// <summary>Calendar days that a release lasts unless another day is chosen.</summary>
    public int Days { get; set; } = 7;

    public int MostDays { get; set; } = 30;

    /// <summary>Numbers are blackened unless the clerk turns it off.</summary>
    public bool Masks { get; set; } = true;

    /// <summary>Requests of one person a day.</summary>
    public int RequestsADay { get; set; } = 10;

    public SupervisionLimits Limits => new(WorkingDays, SecondDays, ThirdDays);

    public Ladder Ladder(WorkCalendar calendar, DateTimeOffset now) => Supervision.Ladder.Of(calendar, Limits, ChinaTime.DayOf(now));
}
