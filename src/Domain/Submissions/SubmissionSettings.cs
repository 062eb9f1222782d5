using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Submissions;

/// <summary>Section <c>Submissions</c>: within how many working days something is decided, and what holds around it.</summary>
public sealed class SubmissionSettings
{
    /// <summary>Where the court has set another number than the table of kinds.</summary>
    public Dictionary<SubmissionKind, int> WorkingDays { get; set; } = [];

    public int SecondDays { get; set; } = SupervisionLimits.Default.SecondDays;
    public int ThirdDays { get; set; } = SupervisionLimits.Default.ThirdDays;

    /// <summary>Working days that the submitter has to bring what is missing, unless who asks names another day.</summary>
    public int SupplementDays { get; set; } = 5;

    /// <summary>The days are counted anew from the day after a supplement; else they run on while the court waits.</summary>
    public bool SupplementRestarts { get; set; } = true;

    /// <summary>Of one person a day.</summary>
    public int SubmissionsADay { get; set; } = 30;

    /// <summary>For one party, that wait in one case.</summary>
    public int OpenInCase { get; set; } = 30;

    /// <summary>In one sending.</summary>
    public int FilesEach { get; set; } = 60;

    public SupervisionLimits LimitsOf(SubmissionKind kind) =>
        new(WorkingDays.TryGetValue(kind, out var days) ? days : SubmissionKinds.Of(kind).WorkingDays, SecondDays, ThirdDays);

    public Ladder Ladder(SubmissionKind kind, WorkCalendar calendar, DateTimeOffset now) => Ladder(kind, calendar, ChinaTime.DayOf(now));

    /// <param name="from">Counted from the day after.</param>
    public Ladder Ladder(SubmissionKind kind, WorkCalendar calendar, DateOnly from) =>
        Supervision.Ladder.Of(calendar, LimitsOf(kind), from);
}
