namespace Domain.Supervision;

/// <summary>Within how many working days something must be done, and after how many more it climbs again (3 + 2 + 2, domain facts §7.1).</summary>
/// <param name="Days">To the limit, from the day after the start.</param>
/// <param name="SecondDays">From the limit to the end of level 1.</param>
/// <param name="ThirdDays">From there to the end of level 2.</param>
public sealed record SupervisionLimits(int Days, int SecondDays, int ThirdDays)
{
    public static readonly SupervisionLimits Default = new(3, 2, 2);
}
