using Domain.Notifications;

namespace Domain.Handling;

/// <summary>What a feature declares of the things that it handles.</summary>
/// <param name="Code">Begins the codes of its refusals: <c>work_order</c>.</param>
/// <param name="Name">What people call it: 工单.</param>
/// <param name="Done">How it ends: 答复办结.</param>
public sealed record HandledKind(string Code, string Name, string Done, HandledActs Acts)
{
    public HandledNotices Notices { get; init; } = new();

    public HandlingErrors Errors { get; } = new(Code, Name, Done);

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

/// <summary>By which notices people hear of an act; null tells nobody.</summary>
public sealed record HandledNotices
{
    public HandledNotices() { }

    /// <summary>What leaders and handlers tell each other, in the words of the kind; the rest is the feature's own.</summary>
    public HandledNotices(HandlingNotices words)
    {
        ExtensionRequested = words.ExtensionRequested;
        ExtensionApproved = words.ExtensionApproved;
        ExtensionRefused = words.ExtensionRefused;
        ReassignmentAsked = words.ReassignmentAsked;
        ReassignmentApproved = words.ReassignmentApproved;
        ReassignmentRefused = words.ReassignmentRefused;
        Remarked = words.Remarked;
    }

    /// <summary>To the next owner, after a transfer, return or assignment.</summary>
    public NoticeKind? HandedOver { get; init; }

    /// <summary>To the owner.</summary>
    public NoticeKind? Urged { get; init; }

    /// <summary>To who decides.</summary>
    public NoticeKind? ExtensionRequested { get; init; }

    public NoticeKind? ExtensionApproved { get; init; }
    public NoticeKind? ExtensionRefused { get; init; }

    /// <summary>To who decides.</summary>
    public NoticeKind? ReassignmentAsked { get; init; }

    /// <summary>To the owner who is relieved.</summary>
    public NoticeKind? ReassignmentApproved { get; init; }

    public NoticeKind? ReassignmentRefused { get; init; }

    /// <summary>To the owner.</summary>
    public NoticeKind? Remarked { get; init; }

    /// <summary>To who has to handle it again.</summary>
    public NoticeKind? Redo { get; init; }

    /// <summary>To the requester.</summary>
    public NoticeKind? Reopened { get; init; }

    /// <summary>To the requester.</summary>
    public NoticeKind? Explained { get; init; }

    /// <summary>To the requester.</summary>
    public NoticeKind? Merged { get; init; }
}
