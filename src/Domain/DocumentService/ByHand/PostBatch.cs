using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Mail that went to the post (E键送达) together, as one file. Asking again with the same id gives the same pieces.</summary>
public sealed class PostBatch
{
    public static readonly NumberSeries Numbers = new("JJ", Digits: 4, Block: 1);
    public const int MaxPieces = 500;

    public Guid Id { get; init; }

    /// <summary>交寄批次 <c>JJ20261120-0001</c>.</summary>
    public required string Number { get; init; }

    public Guid CourtId { get; init; }
    public Guid DivisionId { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset At { get; init; }
    public int Pieces { get; init; }
}
