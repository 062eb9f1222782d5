using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>并单: the same person asks the same thing again; one order goes on, the other ends without an answer of its own.</summary>
public sealed partial class WorkOrder
{
    /// <summary>The order that goes on; null unless this one was merged (已并入).</summary>
    public Guid? MergedIntoId { get; private set; }

    public string? MergedIntoNumber { get; private set; }

    /// <summary>How many were merged into this one.</summary>
    public int MergedCount { get; private set; }

    /// <summary>Ended as a duplicate: counts neither as in time nor as late.</summary>
    public bool IsMerged => MergedIntoId is not null;

    public bool MayBeMergedBy(Actor by) => MayBeHandledBy(by) || MayBeReviewedBy(by);

    /// <summary>Two accounts are two people, whatever phone they gave.</summary>
    public bool IsOfSameRequesterAs(WorkOrder other) =>
        LitigantId is not null && other.LitigantId is not null
            ? LitigantId == other.LitigantId
            : RequesterPhone.Length > 0 && RequesterPhone == other.RequesterPhone;

    public void MergeInto(WorkOrder main, Guid entryId, Actor by, string divisionName, DateTimeOffset now)
    {
        CheckOpen();
        main.CheckOpen();
        if (main.Id == Id || MergedCount > 0)
            throw MergeErrors.ItselfOrChain();
        if (!MayBeMergedBy(by) || !main.MayBeMergedBy(by))
            throw WorkOrderErrors.NotYours();
        if (CourtId != main.CourtId || !IsOfSameRequesterAs(main))
            throw MergeErrors.NotTheSame();
        if (LitigantId is not null && main.LitigantId is null)
            throw MergeErrors.OtherWay();

        var words = $"并入 {main.Number}";
        main.TakeOver(this, by, now);
        Write(EntryKind.Merged, entryId, words, [], by, divisionName, now);
        State = WorkOrderState.Closed;
        (ClosedAt, ClosedByName) = (now, by.Name);
        (MergedIntoId, MergedIntoNumber) = (main.Id, main.Number);
        OwnerReadAt ??= now;
        StopClock();
        Raise(
            FactFor(WorkOrderFacts.Merged, by, now, words, words, entryId) with
            {
                Notices = [.. WorkOrderNotices.Merged.ToRequester(this, ("answerBy", ChinaTime.Day(main.DueDay)))],
            }
        );
    }

    /// <summary>Nobody waits longer for having asked twice: the earlier limit counts, and so does every urge.</summary>
    private void TakeOver(WorkOrder duplicate, Actor by, DateTimeOffset now)
    {
        MergedCount++;
        UrgeCount += duplicate.UrgeCount;
        if (duplicate.LastUrgedAt > (LastUrgedAt ?? DateTimeOffset.MinValue))
            LastUrgedAt = duplicate.LastUrgedAt;
        if (duplicate.DueAt < DueAt)
            Recount(duplicate.Limit, now);
        OwnerReadAt = null;
        Raise(
            FactFor(
                WorkOrderFacts.TookOver,
                by,
                now,
                $"{duplicate.Number} 并入本件{(duplicate.UrgeCount > 0 ? $"，共催办 {UrgeCount} 次" : "")}"
            )
        );
    }

    private Ladder Limit =>
        new(
            StartedOn ?? StartOfOldClock,
            Limits,
            ExtraDays,
            new WorkingDeadline(DueDay, DueAt, DueIsProvisional),
            RemindAt,
            Level1At,
            Level2At,
            Level3At
        );
}
