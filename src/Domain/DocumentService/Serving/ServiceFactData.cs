using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What the facts of a service say. The words that screens and certificates show are made in <see cref="ServiceTrace"/>.</summary>
public abstract record ServiceFactData : FactData
{
    /// <summary>The attempts that the fact left as it says.</summary>
    internal virtual IEnumerable<TracedAttempt> NamedAttempts() => [];

    /// <summary>The documents that the fact left as it says.</summary>
    internal virtual IEnumerable<TracedCopy> NamedCopies() => [];
}

/// <summary>Something that became of one attempt.</summary>
public abstract record AttemptData(TracedAttempt Attempt) : ServiceFactData
{
    internal override IEnumerable<TracedAttempt> NamedAttempts() => [Attempt];
}

/// <summary>Something done with one document.</summary>
/// <param name="Attempt">By which the person came; null where none is left.</param>
public abstract record CopyData(TracedCopy Copy, TracedAttempt? Attempt) : ServiceFactData
{
    internal override IEnumerable<TracedAttempt> NamedAttempts() => Attempt is null ? [] : [Attempt];

    internal override IEnumerable<TracedCopy> NamedCopies() => [Copy];
}

/// <summary>Serving begins: whom, with what consent, which documents, and what else the law asks of the case.</summary>
public sealed record BegunData(Guid PartyId, Guid? AgentId, LimitFacts Facts, string Consent, IReadOnlyList<BegunDocument> Documents)
    : ServiceFactData
{
    internal override IEnumerable<TracedCopy> NamedCopies() => Documents.Select(d => d.Copy);
}

/// <summary>A document as it was frozen, and with what the public page verifies it: its whole row.</summary>
/// <param name="CorrectsId">The document that it corrects.</param>
public sealed record BegunDocument(
    TracedCopy Copy,
    string Serial,
    string VerifyCode,
    string SourceSha256,
    string Sha256,
    long Size,
    int Pages,
    string CaseNumber,
    DateTimeOffset FrozenAt,
    Guid? CorrectsId
)
{
    /// <param name="copy">For its recipient: what it has of the document is said of the document.</param>
    internal static BegunDocument Of(TracedCopy copy, ServedDocument document) =>
        new(
            copy with
            {
                Title = document.Title,
                Kind = document.Kind,
                Position = document.Position,
                IsAppealable = document.IsAppealable,
            },
            document.Serial,
            document.VerifyCode,
            document.SourceSha256,
            document.Sha256,
            document.Size,
            document.Pages,
            document.CaseNumber,
            document.FrozenAt,
            document.CorrectsId
        );
}

/// <param name="Origin">Where the address comes from, in words.</param>
/// <param name="RetriesId">The attempt that it repeats.</param>
public sealed record QueuedData(TracedAttempt Attempt, string Origin, Guid? RetriesId) : AttemptData(Attempt);

/// <param name="At">When it happened; the row says when we heard of it.</param>
/// <param name="Reference">The mail number, where the post has it.</param>
public sealed record SentData(TracedAttempt Attempt, DateTimeOffset At, string Reference) : AttemptData(Attempt);

public sealed record DeliveredData(TracedAttempt Attempt, DateTimeOffset At) : AttemptData(Attempt);

public sealed record FailedData(TracedAttempt Attempt, DateTimeOffset At, string Code) : AttemptData(Attempt);

/// <param name="Via">The channel by which the person came.</param>
/// <param name="Evidence">How the person is known.</param>
public sealed record OpenedData(TracedCopy Copy, TracedAttempt? Attempt, ServiceChannel Via, string Evidence) : CopyData(Copy, Attempt);

/// <summary>On the platform one document, on paper all of them.</summary>
/// <param name="Evidence">How the person is known; empty on paper.</param>
/// <param name="OnPaper">Null on the platform.</param>
public sealed record SignedData(
    IReadOnlyList<TracedCopy> Copies,
    TracedAttempt? Attempt,
    DateTimeOffset At,
    string Evidence,
    PaperSigner? OnPaper = null
) : ServiceFactData
{
    internal override IEnumerable<TracedAttempt> NamedAttempts() => Attempt is null ? [] : [Attempt];

    internal override IEnumerable<TracedCopy> NamedCopies() => Copies;
}

/// <param name="Name">Masked.</param>
public sealed record PaperSigner(SignerRelation Relation, string Name)
{
    /// <returns>本人 霍** 签收.</returns>
    public static string Words(SignerRelation relation, string name) => $"{relation.Chinese()} {name} 签收";
}

public sealed record RepliedData(TracedAttempt Attempt, DateTimeOffset At) : AttemptData(Attempt);

public sealed record ArrivalProvedData(TracedAttempt Attempt, DateTimeOffset At) : AttemptData(Attempt);

public sealed record RebuttedData(TracedAttempt Attempt, RebuttalGround Ground) : AttemptData(Attempt);

public sealed record ActedData(TracedAttempt Attempt, DateTimeOffset At) : AttemptData(Attempt);

public sealed record AcceptedData(TracedAttempt Attempt, DateTimeOffset At) : AttemptData(Attempt);

public sealed record NotAcceptedData(TracedAttempt Attempt) : AttemptData(Attempt);

/// <param name="Before">The conclusion that it takes the place of.</param>
public sealed record ConcludedData(TracedCopy Copy, TracedConclusion Before) : CopyData(Copy, null);

/// <summary>A fact of the case or the party became known or was corrected.</summary>
public sealed record FactsNotedData(LimitFacts Before, LimitFacts Facts) : ServiceFactData;

/// <summary>The court allowed more time (CPL 285, 286).</summary>
/// <param name="Before">The last day that it takes the place of.</param>
public sealed record LimitExtendedData(TracedCopy Copy, DateOnly Before) : CopyData(Copy, null);

/// <param name="Before">The last day that it takes the place of.</param>
/// <param name="Why">What changed in the calendar.</param>
public sealed record LimitRecountedData(TracedCopy Copy, DateOnly Before, string Why) : CopyData(Copy, null);

/// <param name="Reference">The mail number.</param>
public sealed record PaperSentData(string Reference) : ServiceFactData;

public sealed record FellBackData(IReadOnlyList<TriedWay> Tried, ServiceChannel Next) : ServiceFactData;

public sealed record HandedToClerkData(IReadOnlyList<TriedWay> Tried) : ServiceFactData;

/// <summary>A channel and what it came to: it failed, or nobody answered.</summary>
public sealed record TriedWay(ServiceChannel Channel, bool HasFailed);

/// <summary>Of a service or of its task.</summary>
public sealed record WithdrawnData(string Reason) : ServiceFactData
{
    /// <summary>Documents that had not been served; of a task none.</summary>
    public IReadOnlyList<TracedCopy> Copies { get; init; } = [];

    internal override IEnumerable<TracedCopy> NamedCopies() => Copies;
}

/// <param name="Piece">The number of the piece within the batch.</param>
public sealed record GivenToPostData(TracedAttempt Attempt, Guid BatchId, string BatchNumber, string Piece) : AttemptData(Attempt);

public sealed record LeftData(TracedAttempt Attempt, DateTimeOffset At) : AttemptData(Attempt);

/// <param name="Serves">The day of the return is the day of service.</param>
public sealed record ReturnedData(TracedAttempt Attempt, DateOnly On, ReturnReason Reason, bool Serves) : AttemptData(Attempt);

public sealed record NoticeDraftedData(TracedAttempt Attempt) : AttemptData(Attempt);

public sealed record PublishedData(TracedAttempt Attempt, string Media, DateOnly On) : AttemptData(Attempt);

/// <param name="Before">What had been entered.</param>
/// <param name="Copies">Which are not signed for any more.</param>
public sealed record EntryTakenBackData(TracedAttempt Attempt, TracedAttempt Before, IReadOnlyList<TracedCopy> Copies, string Reason)
    : AttemptData(Attempt)
{
    internal override IEnumerable<TracedCopy> NamedCopies() => Copies;
}

public sealed record ReadByAgentData(TracedCopy Copy, string Evidence) : CopyData(Copy, null);

/// <param name="AgentName">Masked.</param>
public sealed record ForwardedData(TracedCopy Copy, Guid AgentId, string AgentName) : CopyData(Copy, null);

/// <param name="Text">What the person wrote; may be empty.</param>
public sealed record ObjectedData(ObjectionKind Objection, string Text, string Evidence) : ServiceFactData;
