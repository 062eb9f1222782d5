namespace Domain.Figures;

/// <summary>The rows that a change leaves for the figures, to be saved in its transaction.</summary>
/// <param name="Delta">Null when no figure changes.</param>
public sealed record FigureRows(FigureDelta? Delta, IReadOnlyList<FigureCarry> Carries)
{
    public static FigureRows None { get; } = new(null, []);

    public IEnumerable<object> All => Delta is null ? Carries : [Delta, .. Carries];

    /// <param name="before">Null of a new one.</param>
    /// <param name="today">The day of the change, in Guangzhou.</param>
    public static FigureRows Between(CountedOrder? before, CountedOrder after, DateOnly today)
    {
        if (before == after)
            return None;
        Dictionary<FigureKey, long> sums = [];
        sums.Add(WorkOrderFigures.Of(after));
        if (before is not null)
            sums.Add(WorkOrderFigures.Of(before), times: -1);
        return Of(after.Id, sums, today);
    }

    /// <param name="before">Null of a new one, which counts from the day on which it was filed.</param>
    /// <param name="today">The day of the change, in Guangzhou.</param>
    public static FigureRows Between(CountedCase? before, CountedCase after, DateOnly today)
    {
        Dictionary<FigureKey, long> sums = [];
        sums.Add(CaseFigures.Of(after));
        if (before is null)
            return Of(after.Id, sums, DateOnly.MinValue);
        sums.Add(CaseFigures.Of(before), times: -1);
        return Of(after.Id, sums, today);
    }

    /// <summary>Of a service and those of its attempts that are new or changed. They are shown as they stand, by the day they began.</summary>
    /// <param name="before">Null of a new one.</param>
    public static FigureRows Between(
        CountedService? before,
        CountedService after,
        IEnumerable<(CountedAttempt? Before, CountedAttempt After)> attempts
    )
    {
        Dictionary<FigureKey, long> sums = [];
        sums.Add(ServiceFigures.Of(after));
        if (before is not null)
            sums.Add(ServiceFigures.Of(before), times: -1);
        foreach (var (was, now) in attempts)
        {
            sums.Add(ServiceFigures.Of(after, now));
            if (was is not null)
                sums.Add(ServiceFigures.Of(after, was), times: -1);
        }

        return Of(after.Id, sums, DateOnly.MinValue);
    }

    private static FigureRows Of(Guid subject, Dictionary<FigureKey, long> sums, DateOnly today)
    {
        var said = sums.Where(s => s.Value != 0).Select(s => new FigureChange(s.Key, s.Value)).ToList();
        if (said.Count == 0)
            return None;
        var booked = FigureBooking.Of(said, today);
        return new(
            booked.Counted.Count == 0 ? null : FigureDelta.Of(subject, booked.Counted),
            [.. booked.Carried.Select(c => FigureCarry.Of(subject, c))]
        );
    }
}
