namespace Domain.DocumentService;

/// <summary>Mail that went to the post (E键送达) together, as one file. Asking again with the same id gives the same pieces.</summary>
public sealed class PostBatch
{
    public const int MaxPieces = 500;

    public Guid Id { get; init; }

    /// <summary><c>YJ20261120-3F9A21</c>: day and the end of the id.</summary>
    public required string Number { get; init; }

    public Guid CourtId { get; init; }
    public Guid DivisionId { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset At { get; init; }
    public int Pieces { get; init; }
}
