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

    /// <param name="changes">Not empty.</param>
    internal static FigureDelta Of(Guid subject, IEnumerable<FigureChange> changes) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            OrderId = subject,
            Changes = FigureChange.Write(changes),
        };
}
