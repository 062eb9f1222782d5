namespace Domain.Handling;

public enum EntryKind
{
    Supplement,
    Urge,
    Interim,
    Answer,
    InternalNote,

    /// <summary>A hand-over of any kind with its reason; staff only.</summary>
    HandOver,

    /// <summary>A leader's words to the owner (批注); staff only.</summary>
    Remark,

    /// <summary>Why the filing division had it taken up again; staff only.</summary>
    Reopened,

    /// <summary>Why the filing division let the answer stand; staff only.</summary>
    Reviewed,

    /// <summary>What the requester was told after the review.</summary>
    Explanation,

    /// <summary>The end of one that was merged into another; staff only.</summary>
    Merged,
}

/// <summary>One word in the conversation about a handled thing. Each feature keeps its own, with a key to what they belong to.</summary>
public abstract class HandledEntry
{
    public Guid Id { get; init; }
    public EntryKind Kind { get; init; }
    public Guid AuthorId { get; init; }
    public required string AuthorName { get; init; }

    /// <summary>What the litigant reads as the sender: a division, never a judge's phone.</summary>
    public required string AuthorTitle { get; init; }

    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>What the litigant may read, with its files; whatever is not named is the court's own.</summary>
    public static readonly IReadOnlyList<EntryKind> ForLitigant =
    [
        EntryKind.Supplement,
        EntryKind.Urge,
        EntryKind.Interim,
        EntryKind.Answer,
        EntryKind.Explanation,
    ];

    public bool IsForLitigant => ForLitigant.Contains(Kind);
}
