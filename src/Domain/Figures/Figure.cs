namespace Domain.Figures;

/// <summary>A sum over orders, kept up by folding <see cref="FigureDelta"/>s. One that reaches 0 is removed.</summary>
public sealed class Figure
{
    public FigureGrain Grain { get; init; }
    public FigureMetric Metric { get; init; }
    public Guid CourtId { get; init; }
    public DateOnly Day { get; init; }
    public Guid DivisionId { get; init; }
    public Guid OwnerId { get; init; }
    public string Tag { get; init; } = "";
    public long Value { get; set; }
}
