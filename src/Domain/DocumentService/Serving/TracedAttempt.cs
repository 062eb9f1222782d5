using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>An attempt as a fact left it. What is stored of it must be what the newest fact that names it says, see <see cref="ServiceProof"/>.</summary>
/// <param name="Address">Masked. The whole one is hashed into the fact that queued it.</param>
public sealed record TracedAttempt(Guid Id, int Position, ServiceChannel Channel, string Address, AddressBasis Basis)
{
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? ProvedArrivalAt { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? SignedAt { get; init; }
    public DateTimeOffset? RepliedAt { get; init; }
    public DateTimeOffset? ActedAt { get; init; }
    public DateTimeOffset? BouncedAt { get; init; }
    public DateTimeOffset? LeftAt { get; init; }
    public LeftPlace? LeftPlace { get; init; }
    public DateTimeOffset? FailedAt { get; init; }
    public DateOnly? ReturnedOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public DateTimeOffset? NotAcceptedAt { get; init; }
    public bool IsRebutted { get; init; }
    public string FailureCode { get; init; } = "";

    /// <summary>The hash of it where it names the witness of a 留置.</summary>
    public string Reference { get; init; } = "";

    public SignerRelation? SignerRelation { get; init; }
    public Guid? PostBatchId { get; init; }

    public NoticeGround? NoticeGround { get; init; }

    /// <summary>Of how it was found: people's circumstances stay out of the trace.</summary>
    public string FindingsHash { get; init; } = "";

    /// <summary>Of the text of a public notice; empty where there is none.</summary>
    public string NoticeHash { get; init; } = "";

    public int NoticeDays { get; init; }

    public static TracedAttempt Of(ServiceAttempt attempt) =>
        new(attempt.Id, attempt.Position, attempt.Channel, Service.Mask(attempt), attempt.Basis)
        {
            QueuedAt = attempt.QueuedAt,
            SentAt = attempt.SentAt,
            DeliveredAt = attempt.DeliveredAt,
            ProvedArrivalAt = attempt.ProvedArrivalAt,
            OpenedAt = attempt.OpenedAt,
            SignedAt = attempt.SignedAt,
            RepliedAt = attempt.RepliedAt,
            ActedAt = attempt.ActedAt,
            BouncedAt = attempt.BouncedAt,
            LeftAt = attempt.LeftAt,
            LeftPlace = attempt.LeftPlace,
            FailedAt = attempt.FailedAt,
            ReturnedOn = attempt.ReturnedOn,
            PublishedOn = attempt.PublishedOn,
            NotAcceptedAt = attempt.NotAcceptedAt,
            IsRebutted = attempt.IsRebutted,
            FailureCode = attempt.FailureCode,
            Reference = attempt.LeftAt is null ? attempt.Reference : TraceRow.HashOf(attempt.Reference),
            SignerRelation = attempt.SignerRelation,
            PostBatchId = attempt.PostBatchId,
            NoticeGround = attempt.NoticeGround,
            FindingsHash = TraceRow.HashOf(attempt.NoticeFindings),
            NoticeHash = TraceRow.HashOf(attempt.NoticeText ?? ""),
            NoticeDays = attempt.NoticeDays,
        };
}
