namespace Portal.Intake;

/// <summary>The counted days beside a deadline.</summary>
public static class DeadlineDays
{
    /// <summary>Whether days off lie between the call and the last counted day.</summary>
    public static bool SkipsRestDays(DateOnly today, IReadOnlyList<DateOnly> counted) =>
        counted.Count > 0 && counted[^1].DayNumber - today.DayNumber > counted.Count;
}
