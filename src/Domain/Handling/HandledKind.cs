using Domain.Notifications;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>What a feature declares of the things that it handles: how notices, screens and refusals speak of them, and which acts apply.</summary>
/// <param name="Notices">The texts that staff get about any handled thing.</param>
public sealed record HandledKind(ThingWords Words, HandlingNotices Notices, HandledActs Acts)
{
    /// <summary>The notices of its own.</summary>
    public OwnNotices Own { get; init; } = new();

    public HandlingErrors Errors { get; } = new(Words);

    public bool Offers(HandledActs act) => (Acts & act) == act;

    public void Check(HandledActs act)
    {
        if (!Offers(act))
            throw Errors.NotOffered(act);
    }
}

/// <summary>A kind that says of itself what it declares, for use cases that have none of it in hand yet.</summary>
public interface IHandled
{
    static abstract HandledKind Declared { get; }
}

/// <summary>By which notices people hear of acts that each kind words for itself; null tells nobody.</summary>
public sealed record OwnNotices
{
    /// <summary>To the next owner, after a hand-over.</summary>
    public NoticeKind? HandedOver { get; init; }

    /// <summary>To the owner.</summary>
    public NoticeKind? Urged { get; init; }

    /// <summary>To who has to handle it again.</summary>
    public NoticeKind? Redo { get; init; }

    /// <summary>To the requester.</summary>
    public NoticeKind? Reopened { get; init; }

    /// <summary>To the requester.</summary>
    public NoticeKind? Explained { get; init; }

    /// <summary>To the requester.</summary>
    public NoticeKind? Merged { get; init; }

    /// <summary>To the requester: the promised day is another, by extension, restart or calendar. Names <c>dueBefore</c> and <c>why</c>.</summary>
    public NoticeKind? Moved { get; init; }

    /// <summary>To the requester: the promised day has passed.</summary>
    public NoticeKind? Lapsed { get; init; }
}
