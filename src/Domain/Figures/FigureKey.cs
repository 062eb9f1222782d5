namespace Domain.Figures;

/// <summary>What one figure is of.</summary>
/// <param name="Tag">See <see cref="FigureMetric"/>; empty where the metric has none.</param>
public readonly record struct FigureKey(FigureMetric Metric, DateOnly Day, string Tag)
{
    public const int TagMaxLength = 60;

    public required Guid CourtId { get; init; }

    /// <summary>Empty in figures of a whole court, and for 12368 坐席, who answer for no division.</summary>
    public Guid DivisionId { get; init; }

    /// <summary>Empty in figures of a court or division, and for what nobody has yet.</summary>
    public Guid OwnerId { get; init; }

    public FigureGrain Grain { get; init; }

    /// <summary>The same wherever it is kept: of a person also of division and court.</summary>
    public IEnumerable<FigureKey> AtEveryGrain()
    {
        yield return this with
        {
            Grain = FigureGrain.Court,
            DivisionId = Guid.Empty,
            OwnerId = Guid.Empty,
        };
        if (DivisionId == Guid.Empty && OwnerId == Guid.Empty)
            yield break;
        yield return this with
        {
            Grain = FigureGrain.Division,
            OwnerId = Guid.Empty,
        };
        yield return this with
        {
            Grain = FigureGrain.Owner,
        };
    }
}

/// <summary>How fine a figure is: a court's board and a president's statistics must not add up people.</summary>
public enum FigureGrain : short
{
    Court = 0,
    Owner = 1,
    Division = 2,
}
