namespace Domain.Figures;

/// <summary>
/// What was counted on a day that is over and is not what its order (or case) says of that day now (结转): a figure is the sum of what all
/// orders say as they stand, and of these. Written in the transaction of the change, never changed afterwards.
/// </summary>
public sealed class FigureCarry
{
    public Guid Id { get; init; }

    /// <summary>The order or the case.</summary>
    public Guid SubjectId { get; init; }

    public FigureMetric Metric { get; init; }
    public DateOnly Day { get; init; }
    public Guid CourtId { get; init; }
    public Guid DivisionId { get; init; }
    public Guid OwnerId { get; init; }
    public string Tag { get; init; } = "";
    public long Value { get; init; }

    public static FigureCarry Of(Guid subject, FigureChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            SubjectId = subject,
            Metric = change.Key.Metric,
            Day = change.Key.Day,
            CourtId = change.Key.CourtId,
            DivisionId = change.Key.DivisionId,
            OwnerId = change.Key.OwnerId,
            Tag = change.Key.Tag,
            Value = change.Value,
        };

    public FigureChange Change =>
        new(
            new FigureKey(Metric, Day, Tag)
            {
                CourtId = CourtId,
                DivisionId = DivisionId,
                OwnerId = OwnerId,
            },
            Value
        );
}
