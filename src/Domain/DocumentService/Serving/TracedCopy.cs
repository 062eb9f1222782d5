using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A document for a recipient as a fact left it, with its conclusion. What is stored of it must be what the newest fact that names it says.</summary>
public sealed record TracedCopy(Guid Id, Guid DocumentId, string Title, DocumentKind Kind)
{
    public int Position { get; init; }
    public bool IsAppealable { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public Guid? OpenedAttemptId { get; init; }
    public DateTimeOffset? SignedAt { get; init; }
    public Guid? SignedAttemptId { get; init; }
    public string? SignatureSha256 { get; init; }

    /// <summary>Of the name under it: people's names stay out of the trace.</summary>
    public string SignedNameHash { get; init; } = "";

    public DateTimeOffset? WithdrawnAt { get; init; }
    public TracedConclusion Conclusion { get; init; } = TracedConclusion.None;

    /// <summary>The name that stands under it is the one of the fact.</summary>
    public bool IsSignedBy(ServiceCopy copy) => copy.Id == Id && SignedNameHash == TraceRow.HashOf(copy.SignedName);

    public static TracedCopy Of(ServiceCopy copy) =>
        new(copy.Id, copy.DocumentId, copy.Title, copy.Kind)
        {
            Position = copy.Position,
            IsAppealable = copy.IsAppealable,
            OpenedAt = copy.OpenedAt,
            OpenedAttemptId = copy.OpenedAttemptId,
            SignedAt = copy.SignedAt,
            SignedAttemptId = copy.SignedAttemptId,
            SignatureSha256 = copy.SignatureSha256,
            SignedNameHash = TraceRow.HashOf(copy.SignedName),
            WithdrawnAt = copy.WithdrawnAt,
            Conclusion = TracedConclusion.Of(copy),
        };
}

/// <summary>What the law made of the facts, with the time limit that it started.</summary>
/// <param name="ServedByAttemptId">It may belong to the party's agent.</param>
public sealed record TracedConclusion(ServiceStanding Standing, DateOnly? EffectiveOn, ServiceRule? Rule, Guid? ServedByAttemptId)
{
    public static readonly TracedConclusion None = new(ServiceStanding.Pending, null, null, null);

    public TimeLimitKind? LimitKind { get; init; }
    public int LimitDays { get; init; }
    public string LimitLaw { get; init; } = "";
    public DateOnly? LimitExtendedTo { get; init; }
    public DateOnly? LimitEndsOn { get; init; }

    public static TracedConclusion Of(ServiceCopy copy) =>
        new(copy.Standing, copy.EffectiveOn, copy.Rule, copy.ServedByAttemptId)
        {
            LimitKind = copy.LimitKind,
            LimitDays = copy.LimitDays,
            LimitLaw = copy.LimitLaw,
            LimitExtendedTo = copy.LimitExtendedTo,
            LimitEndsOn = copy.LimitEndsOn,
        };
}
