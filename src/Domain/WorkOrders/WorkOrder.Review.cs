using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>回头看: the filing division looks at what the requester was not satisfied with.</summary>
public sealed partial class WorkOrder
{
    /// <summary>Since when a dissatisfied rating waits for the filing division; null when none does.</summary>
    public DateTimeOffset? ReviewSince { get; private set; }

    public int ReopenCount { get; private set; }

    /// <summary>When the newest limit began anew; null when the order was never reopened.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>Trace row of the present rating.</summary>
    public long? RatingSequence { get; private set; }

    public List<FormerRating> FormerRatings { get; } = [];

    /// <summary>The filing division of the court; that of the Intermediate Court for all.</summary>
    public bool MayBeReviewedBy(Actor by) => by.Covers(Feature.Reviews, CourtId, DivisionId);

    /// <summary>重新办理: with a new limit from now; the rating becomes history, and the new answer asks for a new one.</summary>
    public void Reopen(Guid entryId, Owner to, Ladder ladder, string reason, Actor by, string divisionName, DateTimeOffset now)
    {
        CheckUnderReview(by);
        var words = CheckedReason(reason);
        var formerTopics = Topics();
        RatingBecomesHistory();
        Write(EntryKind.Reopened, entryId, words, [], by, divisionName, now);
        (ClosedAt, ClosedById, ClosedByName, ReviewSince) = (null, null, null, null);
        (ReopenCount, ReopenedAt) = (ReopenCount + 1, now);
        OfferSurvey(null);
        HandTo(to);
        StartClock(ladder, now);
        var fact = FactFor(
            WorkOrderFacts.Reopened,
            by,
            now,
            $"第 {ReopenCount} 次，{to.DivisionName} {to.Role.Chinese()} {to.Name}",
            words,
            entryId
        );
        Raise(
            fact with
            {
                Topics = [.. formerTopics.Union(fact.Topics)],
                Notices = [.. WorkOrderNotices.Redo.ToOwner(this), .. WorkOrderNotices.Reopened.ToRequester(this)],
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
        Write(EntryKind.Reviewed, entryId, words, [], by, divisionName, now);
        ReviewSince = null;
        Raise(FactFor(WorkOrderFacts.ReviewClosed, by, now, content: words, entryId: entryId));
        if (TypedText.Storable(explanation).Length == 0)
            return;
        var told = CheckedText(explanation);
        Write(EntryKind.Explanation, explanationId, told, [], by, divisionName, now);
        RepliedAt(now);
        Raise(
            FactFor(WorkOrderFacts.Explained, by, now, content: told, entryId: explanationId) with
            {
                Notices = [.. WorkOrderNotices.Explained.ToRequester(this)],
            }
        );
    }

    private void CheckUnderReview(Actor by)
    {
        if (!MayBeReviewedBy(by))
            throw ReviewErrors.NotYours();
        if (ReviewSince is null)
            throw ReviewErrors.NotUnderReview();
    }

    private void RatingBecomesHistory()
    {
        FormerRatings.Add(
            new FormerRating
            {
                WorkOrderId = Id,
                Sequence = RatingSequence!.Value,
                Satisfaction = Satisfaction!.Value,
                Words = SatisfactionWords,
                RatedAt = RatedAt!.Value,
                AnsweredAt = ClosedAt!.Value,
                AnsweredByName = ClosedByName!,
            }
        );
        (Satisfaction, SatisfactionWords, RatedAt, RatingSequence) = (null, null, null, null);
    }
}
