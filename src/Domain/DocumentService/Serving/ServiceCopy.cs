namespace Domain.DocumentService;

/// <summary>One document for one recipient: opened, signed, and what the law makes of it.</summary>
public sealed class ServiceCopy
{
    public Guid Id { get; init; }
    public Guid ServiceId { get; init; }
    public Guid DocumentId { get; init; }
    public DocumentKind Kind { get; init; }
    public required string Title { get; init; }
    public int Position { get; init; }
    public bool IsAppealable { get; init; }

    /// <summary>First opened by an identified person.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    public Guid? OpenedAttemptId { get; set; }
    public DateTimeOffset? SignedAt { get; set; }
    public Guid? SignedAttemptId { get; set; }

    /// <summary>SHA-256 of the picture of a handwritten signature; null for a confirmation.</summary>
    public string? SignatureSha256 { get; set; }

    /// <summary>By a person in front of us, on a screen or on paper: as they wrote their name.</summary>
    public string SignedName { get; set; } = "";

    /// <summary>撤回 before it was served; null where it was not, or where its service was shown after all.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public ServiceStanding Standing { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public ServiceRule? Rule { get; set; }

    /// <summary>The attempt that served it; it may belong to the party's agent.</summary>
    public Guid? ServedByAttemptId { get; set; }

    /// <summary>The time limit that it starts for the party; null for documents that start none, or before it is served.</summary>
    public TimeLimitKind? LimitKind { get; set; }

    public int LimitDays { get; set; }
    public string LimitLaw { get; set; } = "";

    /// <summary>准许延期: the court allowed until this day (CPL 285, 286); null where it did not.</summary>
    public DateOnly? LimitExtendedTo { get; set; }

    /// <summary>The last day on which it can be kept.</summary>
    public DateOnly? LimitEndsOn { get; set; }
}
