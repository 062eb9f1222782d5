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
}
