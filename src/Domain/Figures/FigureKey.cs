namespace Domain.Figures;

/// <summary>What one figure is of.</summary>
/// <param name="Tag">See <see cref="FigureMetric"/>; empty where the metric has none.</param>
public readonly record struct FigureKey(FigureMetric Metric, DateOnly Day, string Tag)
{
    public const int TagMaxLength = 60;

    public required Guid CourtId { get; init; }

    /// <summary>Empty in figures of a whole court, like <see cref="OwnerId"/>.</summary>
    public Guid DivisionId { get; init; }

    public Guid OwnerId { get; init; }

    public FigureGrain Grain => OwnerId == Guid.Empty && DivisionId == Guid.Empty ? FigureGrain.Court : FigureGrain.Owner;

    /// <summary>The same of the whole court.</summary>
    public FigureKey OfCourt() => this with { DivisionId = Guid.Empty, OwnerId = Guid.Empty };
}

/// <summary>How fine a figure is: a court's board must not add up its people.</summary>
public enum FigureGrain : short
{
    Court = 0,
    Owner = 1,
}
