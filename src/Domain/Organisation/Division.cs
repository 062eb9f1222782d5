namespace Domain.Organisation;

/// <summary>A division (庭、局、室) of a court.</summary>
public sealed class Division
{
    public Guid Id { get; init; }
    public Guid CourtId { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public DivisionKind Kind { get; init; }
    public int Position { get; init; }

    /// <summary>分管院领导: the vice-president in charge; null leaves it to the court's first one.</summary>
    public Guid? VicePresidentId { get; set; }
}
