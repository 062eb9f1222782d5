using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The leaders' side: remarks, supervision by hand, requests to be relieved.</summary>
public sealed partial class WorkOrder
{
    /// <summary>The owner asked to be relieved (申请改派) and nobody has decided yet.</summary>
    public DateTimeOffset? ReassignmentAskedAt { get; private set; }

    public string? ReassignmentReason { get; private set; }

    /// <summary>The last supervision by a leader (督办), not by the clock.</summary>
    public DateTimeOffset? LastSupervisedAt { get; private set; }

    /// <summary>The head of the owner's division; for the head's own orders, and while the post is vacant, a leader of the court. Nobody decides their own.</summary>
    public bool MayDecideRequests(Actor by) => by.Id != OwnerId && by.Covers(Feature.Requests, CourtId, DivisionId);

    /// <summary>A leader's words to the owner (批注); the litigant never sees them.</summary>
    public void Remark(Guid entryId, string text, Actor by, string divisionName, DateTimeOffset now)
    {
        if (!LeaderAccess.Leads(by))
            throw WorkOrderErrors.NotALeader();
        var words = CheckedText(text);
        Write(EntryKind.Remark, entryId, words, [], by, divisionName, now);
        Raise(
            FactFor(WorkOrderFacts.Remarked, by, now, content: words, entryId: entryId) with
            {
                Notices = by.Id == OwnerId ? [] : [.. LeaderNotices.Remarked.ToOwner(this, ("leader", by.Post!.Role.Chinese()))],
            }
        );
    }

    /// <summary>Late, and not supervised by a leader yet since the last working day began.</summary>
    public bool MayBeSupervised(WorkCalendar calendar, DateTimeOffset now) =>
        !IsClosed
        && now >= DueAt
        && (LastSupervisedAt is not { } last || ChinaTime.DayOf(now) >= calendar.NextWorkday(ChinaTime.DayOf(last)));

    /// <param name="together">All the late orders of this owner that are supervised by this press; their one notice goes with the first.</param>
    internal void SuperviseWith(IReadOnlyList<WorkOrder> together, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        LastSupervisedAt = now;
        var late = calendar.WorkingDaysBetween(DueDay, ChinaTime.DayOf(now));
        var words = late > 0 ? $"超期 {late} 个工作日" : "已超期";
        Raise(
            FactFor(
                WorkOrderFacts.SupervisedByLeader,
                by,
                now,
                together.Count == 1 ? words : $"{words}，与另外 {together.Count - 1} 件一并通知 {OwnerName}"
            ) with
            {
                Notices =
                    together[0] == this
                        ?
                        [
                            .. LeaderNotices.Supervised.ToOwner(
                                this,
                                [.. LeaderNotices.Listed(together), ("leader", by.Post!.Role.Chinese())]
                            ),
                        ]
                        : [],
            }
        );
    }

    /// <param name="deciderId">Who is asked; null when every post is vacant.</param>
    public void AskReassignment(string reason, Guid? deciderId, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        if (by.Id != OwnerId)
            throw WorkOrderErrors.NotYours();
        if (ReassignmentAskedAt is not null)
            throw WorkOrderErrors.ReassignmentAsked();
        (ReassignmentAskedAt, ReassignmentReason) = (now, CheckedReason(reason));
        Raise(
            FactFor(WorkOrderFacts.ReassignmentAsked, by, now, ReassignmentReason) with
            {
                Notices = deciderId is { } decider
                    ?
                    [
                        .. LeaderNotices.ReassignmentAsked.ToStaff(
                            decider,
                            this,
                            ("owner", $"{OwnerRole.Chinese()} {Masking.Name(OwnerName)}")
                        ),
                    ]
                    : [],
            }
        );
    }

    public void RefuseReassignment(string reason, Actor by, DateTimeOffset now)
    {
        CheckMayDecideReassignment(by);
        var given = CheckedReason(reason);
        DropReassignment();
        Raise(
            FactFor(WorkOrderFacts.ReassignmentRefused, by, now, given) with
            {
                Notices = [.. LeaderNotices.ReassignmentRefused.ToOwner(this)],
            }
        );
    }

    /// <summary>The head relieves the owner by naming the next one (改派).</summary>
    public void ApproveReassignment(
        Guid entryId,
        Owner to,
        string remark,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        ClockRestart? restart = null
    )
    {
        CheckMayDecideReassignment(by);
        var told = LeaderNotices.ReassignmentApproved.ToOwner(this).ToList();
        var given = CheckedRemark(remark) is { Length: > 0 } words ? words : $"同意改派申请：{ReassignmentReason}";
        HandOn(WorkOrderFacts.Transferred, entryId, to, given, by, divisionName, now, restart, told);
    }

    private void CheckMayDecideReassignment(Actor by)
    {
        CheckOpen();
        if (ReassignmentAskedAt is null)
            throw WorkOrderErrors.NoReassignmentAsked();
        if (!MayDecideRequests(by))
            throw WorkOrderErrors.NotYours();
    }

    private void DropReassignment() => (ReassignmentAskedAt, ReassignmentReason) = (null, null);
}
