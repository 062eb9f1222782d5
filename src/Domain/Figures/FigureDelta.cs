namespace Domain.Figures;

/// <summary>
/// What one saved change of an order adds to the figures, written in the change's transaction and waiting to be folded.
/// A row of its own, because figures that all orders share would make their writers wait for each other.
/// </summary>
public sealed class FigureDelta
{
    public Guid Id { get; init; }

    /// <summary>A line for each figure, as <see cref="FigureChange"/> writes it.</summary>
    public required string Changes { get; init; }

    /// <summary>The order's, the service's or the case's whose change it is; not stored.</summary>
    public Guid OrderId { get; init; }

    /// <returns>Null when nothing that is counted has changed.</returns>
    public static FigureDelta? Between(CountedOrder? before, CountedOrder? after)
    {
        if (before == after)
            return null;
        Dictionary<FigureKey, long> sums = [];
        if (after is not null)
            sums.Add(WorkOrderFigures.Of(after));
        if (before is not null)
            sums.Add(WorkOrderFigures.Of(before), times: -1);
        return Of((after ?? before)!.Id, sums);
    }

    /// <param name="before">Null of a new one.</param>
    /// <returns>Null when nothing that is counted has changed.</returns>
    public static FigureDelta? Between(CountedCase? before, CountedCase after)
    {
        Dictionary<FigureKey, long> sums = [];
        sums.Add(CaseFigures.Of(after));
        if (before is not null)
            sums.Add(CaseFigures.Of(before), times: -1);
        return Of(after.Id, sums);
    }

    /// <summary>Of a service and those of its attempts that are new or changed.</summary>
    /// <param name="before">Null of a new one.</param>
    /// <returns>Null when nothing that is counted has changed.</returns>
    public static FigureDelta? Between(
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

        return Of(after.Id, sums);
    }

    private static FigureDelta? Of(Guid subject, Dictionary<FigureKey, long> sums)
    {
        var changes = sums.Where(s => s.Value != 0).Select(s => new FigureChange(s.Key, s.Value)).ToList();
        return changes.Count == 0
            ? null
            : new FigureDelta
            {
                Id = Guid.CreateVersion7(),
                OrderId = subject,
                Changes = FigureChange.Write(changes),
            };
    }
}
