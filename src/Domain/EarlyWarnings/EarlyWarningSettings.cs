using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.EarlyWarnings;

/// <summary>Limits and thresholds of early warnings; section <c>EarlyWarnings</c> of the configuration.</summary>
public sealed class EarlyWarningSettings
{
    public SupervisionLimits Ordinary { get; set; } = SupervisionLimits.Default;
    public SupervisionLimits Serious { get; set; } = new(2, 1, 1);
    public SupervisionLimits Critical { get; set; } = new(1, 1, 1);

    /// <summary>A critical warning that nobody took for so long goes to the next person, by the clock on the wall.</summary>
    public TimeSpan CallAgainAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Complaints of one case within <see cref="ComplaintDays"/> that make a candidate.</summary>
    public int Complaints { get; set; } = 3;

    public int ComplaintDays { get; set; } = 30;

    /// <summary>Orders of one case or person within <see cref="RiseDays"/> that make a candidate.</summary>
    public int RiseOrders { get; set; } = 5;

    public int RiseDays { get; set; } = 7;

    /// <summary>An order is a repeated one when the same case or person had another within so many days before.</summary>
    public int RepeatDays { get; set; } = 30;

    public SupervisionLimits Limits(WarningLevel level) =>
        level switch
        {
            WarningLevel.Critical => Critical,
            WarningLevel.Serious => Serious,
            _ => Ordinary,
        };

    public Ladder Ladder(WorkCalendar calendar, WarningLevel level, DateTimeOffset now) =>
        Supervision.Ladder.Of(calendar, Limits(level), ChinaTime.DayOf(now));
}
