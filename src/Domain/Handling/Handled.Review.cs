using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>回头看: the filing division looks at what did not satisfy.</summary>
public abstract partial class Handled
{
    /// <summary>Since when it waits for the filing division; null when it does not.</summary>
    public DateTimeOffset? ReviewSince { get; private set; }

    public int ReopenCount { get; private set; }

    /// <summary>When the newest limit began anew; null when it was never reopened.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>The filing division of the court; that of the Intermediate Court for all.</summary>
    public bool MayBeReviewedBy(Actor by) => by.Covers(Feature.Reviews, CourtId, DivisionId);

    /// <summary>重新办理: with a new limit from now.</summary>
    public void Reopen(Guid entryId, Owner to, Ladder ladder, string reason, Actor by, string divisionName, DateTimeOffset now)
    {
        CheckUnderReview(by);
        var words = CheckedReason(reason);
        var formerTopics = Topics();
        OnReopening();
        Write(EntryKind.Reopened, entryId, words, by, divisionName, now);
        (ClosedAt, ClosedById, ClosedByName, ReviewSince) = (null, null, null, null);
        (ReopenCount, ReopenedAt) = (ReopenCount + 1, now);
        OwnedBy(to);
        StartClock(ladder, now);
        var fact = FactFor(HandlingFacts.Reopened, by, now, new ReopenedData(ReopenCount, to, DueDay), words, entryId);
        Raise(
            fact with
            {
                Topics = [.. formerTopics.Union(fact.Topics)],
                Notices = [.. TellOwner(Kind.Own.Redo, now), .. TellRequester(Kind.Own.Reopened)],
            }
        );
    }

    /// <summary>无需重办: the answer stands.</summary>
    /// <param name="explanation">What the requester is told; empty for nothing.</param>
    public void CloseReview(
        Guid entryId,
        string reason,
        Guid explanationId,
        string explanation,
        Actor by,
        string divisionName,
        DateTimeOffset now
    )
    {
        CheckUnderReview(by);
        var words = CheckedReason(reason);
        Write(EntryKind.Reviewed, entryId, words, by, divisionName, now);
        ReviewSince = null;
        Raise(FactFor(HandlingFacts.ReviewClosed, by, now, content: words, entryId: entryId));
        if (TypedText.Storable(explanation).Length == 0)
            return;
        var told = CheckedText(explanation);
        Write(EntryKind.Explanation, explanationId, told, by, divisionName, now);
        OnRequesterTold(now);
        Raise(FactFor(HandlingFacts.Explained, by, now, content: told, entryId: explanationId, notices: TellRequester(Kind.Own.Explained)));
    }

    /// <summary>The way it ended is about to become history.</summary>
    protected virtual void OnReopening() { }

    /// <summary>The requester has something new to read.</summary>
    protected virtual void OnRequesterTold(DateTimeOffset now) { }

    /// <summary>What did not satisfy waits for a look.</summary>
    protected void AwaitReview(DateTimeOffset since)
    {
        Kind.Check(HandledActs.Review);
        ReviewSince = since;
    }

    private void CheckUnderReview(Actor by)
    {
        Kind.Check(HandledActs.Review);
        if (!MayBeReviewedBy(by))
            throw Kind.Errors.MayNotReview();
        if (ReviewSince is null)
            throw Kind.Errors.NotUnderReview();
    }
}
