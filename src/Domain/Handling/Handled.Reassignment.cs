using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>申请改派: the owner asks that somebody else gets it; the head names the next one, or leaves it where it is.</summary>
public abstract partial class Handled
{
    /// <summary>The owner asked for somebody else and nobody has decided yet.</summary>
    public DateTimeOffset? ReassignmentAskedAt { get; private set; }

    public string? ReassignmentReason { get; private set; }

    /// <summary>The head of the owner's division; for the head's own, and while the post is vacant, a leader of the court. Nobody decides their own.</summary>
    public bool MayDecideRequests(Actor by) => by.Id != OwnerId && by.Covers(Feature.Requests, CourtId, DivisionId);

    /// <param name="deciderId">Who is asked; null when every post is vacant.</param>
    public void AskReassignment(string reason, Guid? deciderId, Actor by, DateTimeOffset now)
    {
        Kind.Check(HandledActs.Reassignment);
        CheckOpen();
        if (by.Id != OwnerId)
            throw Kind.Errors.NotYours();
        if (ReassignmentAskedAt is not null)
            throw Kind.Errors.ReassignmentAsked();
        var given = CheckedReason(reason);
        (ReassignmentAskedAt, ReassignmentReason) = (now, given);
        Raise(
            FactFor(
                HandlingFacts.ReassignmentAsked,
                by,
                now,
                new ReassignmentAskedData(given, deciderId),
                notices: Tell(Kind.Notices.ReassignmentAsked, deciderId, OwnerFields)
            )
        );
    }

    public void RefuseReassignment(string reason, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        CheckMayDecideReassignment(by);
        var given = CheckedReason(reason);
        DropReassignment();
        Raise(
            FactFor(
                HandlingFacts.ReassignmentRefused,
                by,
                now,
                new ReasonData(given),
                notices: TellOwner(Kind.Notices.ReassignmentRefused, now, calendar)
            )
        );
    }

    /// <summary>The head agrees and names the next one (改派).</summary>
    public void ApproveReassignment(Hand hand)
    {
        CheckMayDecideReassignment(hand.By);
        var told = TellOwner(Kind.Notices.ReassignmentApproved, hand.Now).ToList();
        var given = CheckedRemark(hand.Words) is { Length: > 0 } words ? words : $"同意改派申请：{ReassignmentReason}";
        GiveTo(HandlingFacts.Reassigned, hand, given, told);
    }

    private void CheckMayDecideReassignment(Actor by)
    {
        Kind.Check(HandledActs.Reassignment);
        CheckOpen();
        if (ReassignmentAskedAt is null)
            throw Kind.Errors.NoReassignmentAsked();
        if (!MayDecideRequests(by))
            throw Kind.Errors.NotYours();
    }

    private void DropReassignment() => (ReassignmentAskedAt, ReassignmentReason) = (null, null);
}
