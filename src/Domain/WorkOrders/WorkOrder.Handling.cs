using Domain.Attachments;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The court's side: read, reply, answer, hand over.</summary>
public sealed partial class WorkOrder
{
    /// <summary>The owner, and the head and liaison officer of the owner's division; the filing division while no judge has it.</summary>
    public bool MayBeHandledBy(Actor by) =>
        by.Post is not null
        && (
            by.Id == OwnerId
            || (
                by.Covers(Feature.Handling, CourtId, DivisionId)
                && (by.ExtentOf(Feature.Handling) != Extent.Court || State == WorkOrderState.ToAssign)
            )
        );

    /// <summary>Only the owner's first look since the last news counts; it does not stop the clock.</summary>
    public void OpenedBy(Actor by, DateTimeOffset now)
    {
        if (by.Id != OwnerId || OwnerReadAt is not null || IsClosed)
            return;
        OwnerReadAt = now;
        Raise(FactFor(WorkOrderFacts.Read, by, now));
    }

    /// <summary>The official answer (答复): closes the order and tells the requester.</summary>
    /// <param name="survey">Where the requester is asked to rate it; null asks nobody.</param>
    /// <param name="means">How it came where that is not the Portal, for the trace.</param>
    public void Answer(
        Guid entryId,
        string text,
        IReadOnlyList<Attachment> attachments,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        SurveyLink? survey = null,
        string means = ""
    )
    {
        CheckMayHandle(by);
        var words = CheckedText(text);
        Write(EntryKind.Answer, entryId, words, attachments, by, divisionName, now);
        State = WorkOrderState.Closed;
        ClosedAt = now;
        ClosedById = by.Id;
        ClosedByName = by.Name;
        StopClock();
        RepliedAt(now);
        List<Notice> notices = [.. WorkOrderNotices.Answered.ToRequester(this, (WorkOrderNotices.SurveyLink, survey?.Address ?? ""))];
        OfferSurvey(notices.Count > 0 ? survey : null);
        Raise(FactFor(WorkOrderFacts.Answered, by, now, means, words, entryId) with { Notices = notices });
    }

    /// <summary>A reply on the way (先回复，不办结); the deadline stands.</summary>
    /// <param name="asksForMore">The requester is asked for something: 等待补充.</param>
    public void ReplyInterim(
        Guid entryId,
        string text,
        bool asksForMore,
        IReadOnlyList<Attachment> attachments,
        Actor by,
        string divisionName,
        DateTimeOffset now
    )
    {
        CheckMayHandle(by);
        var words = CheckedText(text);
        Write(EntryKind.Interim, entryId, words, attachments, by, divisionName, now);
        State = asksForMore ? WorkOrderState.AwaitingRequester : WithOwner;
        RepliedAt(now);
        Raise(
            FactFor(WorkOrderFacts.Interim, by, now, asksForMore ? "请当事人补充" : "", words, entryId) with
            {
                Notices = [.. WorkOrderNotices.Interim.ToRequester(this)],
            }
        );
    }

    /// <summary>A note for colleagues; the litigant never sees it.</summary>
    public void Note(Guid entryId, string text, Actor by, string divisionName, DateTimeOffset now)
    {
        var words = CheckedText(text);
        Write(EntryKind.InternalNote, entryId, words, [], by, divisionName, now);
        Raise(FactFor(WorkOrderFacts.Noted, by, now, content: words, entryId: entryId));
    }

    /// <summary>To another handler (转办, 改派 by the head); the deadline stands unless the clock is started again.</summary>
    public void Transfer(
        Guid entryId,
        Owner to,
        string reason,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        ClockRestart? restart = null
    ) => HandOver(WorkOrderFacts.Transferred, entryId, to, CheckedReason(reason), by, divisionName, now, restart);

    /// <summary>Back to the dispatcher (退回), who assigns it anew; the deadline stands unless the clock is started again.</summary>
    public void Return(
        Guid entryId,
        Owner liaison,
        string reason,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        ClockRestart? restart = null
    ) => HandOver(WorkOrderFacts.Returned, entryId, liaison, CheckedReason(reason), by, divisionName, now, restart);

    /// <summary>The liaison officer names the judge (分派); the deadline stands unless the clock is started again.</summary>
    public void Assign(
        Guid entryId,
        Owner judge,
        string remark,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        ClockRestart? restart = null
    ) => HandOver(WorkOrderFacts.Assigned, entryId, judge, CheckedRemark(remark), by, divisionName, now, restart);

    /// <summary>Somebody with a reason looked at the full phone number.</summary>
    public string RevealPhone(string reason, Actor by, DateTimeOffset now)
    {
        Raise(FactFor(WorkOrderFacts.PhoneRevealed, by, now, CheckedReason(reason)) with { Topics = [] });
        return RequesterPhone;
    }

    /// <summary>Somebody with a reason looked at everything between the court and this requester.</summary>
    public void MattersViewed(string reason, Actor by, DateTimeOffset now) =>
        Raise(FactFor(WorkOrderFacts.MattersViewed, by, now, CheckedReason(reason)) with { Topics = [] });

    private void HandOver(
        string kind,
        Guid entryId,
        Owner to,
        string reason,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        ClockRestart? restart
    )
    {
        CheckMayHandle(by);
        HandOn(kind, entryId, to, reason, by, divisionName, now, restart, []);
    }

    /// <param name="alsoTold">Notices to others than the next owner.</param>
    private void HandOn(
        string kind,
        Guid entryId,
        Owner to,
        string reason,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        ClockRestart? restart,
        IReadOnlyList<Notice> alsoTold
    )
    {
        var formerTopics = Topics();
        if (restart is not null)
            RestartClock(restart, by, now);
        Write(EntryKind.Handover, entryId, reason.Length == 0 ? $"交 {to.DivisionName} {to.Name}" : reason, [], by, divisionName, now);
        HandTo(to);
        var fact = FactFor(kind, by, now, $"{to.DivisionName} {to.Role.Chinese()} {to.Name}", reason, entryId);
        Raise(
            fact with
            {
                Topics = [.. formerTopics.Union(fact.Topics)],
                Notices = [.. WorkOrderNotices.Dispatched.ToOwner(this), .. alsoTold],
            }
        );
    }

    private void CheckMayHandle(Actor by)
    {
        CheckOpen();
        if (!MayBeHandledBy(by))
            throw WorkOrderErrors.NotYours();
    }

    private void RepliedAt(DateTimeOffset now)
    {
        FirstReplyAt ??= now;
        LastReplyAt = now;
        RequesterReadAt = null;
        OwnerReadAt ??= now;
    }

    private void Write(
        EntryKind kind,
        Guid id,
        string text,
        IReadOnlyList<Attachment> attachments,
        Actor by,
        string title,
        DateTimeOffset now
    )
    {
        Entries.Add(
            new WorkOrderEntry
            {
                Id = id,
                WorkOrderId = Id,
                Kind = kind,
                AuthorId = by.Id,
                AuthorName = by.Name,
                AuthorTitle = title,
                Text = text,
                At = now,
            }
        );
        Attach(attachments, id);
    }
}
