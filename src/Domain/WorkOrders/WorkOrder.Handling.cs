using Domain.Attachments;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The court's side: read, reply, answer. What is handled like anything else stands in <see cref="Handled"/>.</summary>
public sealed partial class WorkOrder
{
    /// <summary>Also the filing division, while no judge has it.</summary>
    public override bool MayBeHandledBy(Actor by) =>
        base.MayBeHandledBy(by)
        || (
            State == WorkOrderState.ToAssign
            && by.ExtentOf(Feature.Handling) == Extent.Court
            && by.Covers(Feature.Handling, CourtId, DivisionId)
        );

    /// <summary>Only the owner's first look since the last news counts; it does not stop the clock.</summary>
    public void OpenedBy(Actor by, DateTimeOffset now)
    {
        if (by.Id != OwnerId || OwnerReadAt is not null || IsClosed)
            return;
        ReadByOwner(now);
        Raise(FactFor(WorkOrderFacts.Read, by, now));
    }

    /// <summary>The official answer (答复): closes the order and tells the requester.</summary>
    /// <param name="survey">Where the requester is asked to rate it; null asks nobody.</param>
    public void Answer(
        Guid entryId,
        string text,
        IReadOnlyList<Attachment> attachments,
        Actor by,
        string divisionName,
        DateTimeOffset now,
        SurveyLink? survey = null,
        AnswerMeans means = AnswerMeans.Portal
    )
    {
        CheckMayHandle(by);
        var words = CheckedText(text);
        Write(EntryKind.Answer, entryId, words, by, divisionName, now);
        Attach(attachments, entryId);
        Close(by, now);
        OnRequesterTold(now);
        var telling = AnswerTelling.Of(this, words, attachments.Count > 0, survey?.Address.Length ?? 0);
        var notices = WorkOrderNotices.OfAnswer(this, telling, survey);
        OfferSurvey(notices.Count > 0 && CanFollowLinks ? survey : null);
        var data = new AnsweredData(means, SurveyTokenHash is not null, telling.Form);
        Raise(FactFor(WorkOrderFacts.Answered, by, now, data, words, entryId, notices));
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
        Write(EntryKind.Interim, entryId, words, by, divisionName, now);
        Attach(attachments, entryId);
        State = asksForMore ? WorkOrderState.AwaitingRequester : WithOwner;
        OnRequesterTold(now);
        Raise(
            FactFor(
                WorkOrderFacts.Interim,
                by,
                now,
                new InterimData(asksForMore),
                words,
                entryId,
                WorkOrderNotices.Interim.ToRequester(this)
            )
        );
    }

    /// <summary>A note for colleagues; the litigant never sees it.</summary>
    public void Note(Guid entryId, string text, Actor by, string divisionName, DateTimeOffset now)
    {
        var words = CheckedText(text);
        Write(EntryKind.InternalNote, entryId, words, by, divisionName, now);
        Raise(FactFor(WorkOrderFacts.Noted, by, now, content: words, entryId: entryId));
    }

    /// <summary>Somebody with a reason looked at the full phone number.</summary>
    public string RevealPhone(string reason, Actor by, DateTimeOffset now)
    {
        Raise(FactFor(WorkOrderFacts.PhoneRevealed, by, now, new ReasonData(CheckedReason(reason))) with { Topics = [] });
        return RequesterPhone;
    }

    /// <summary>Somebody with a reason looked at everything between the court and this requester.</summary>
    public void MattersViewed(string reason, Actor by, DateTimeOffset now) =>
        Raise(FactFor(WorkOrderFacts.MattersViewed, by, now, new ReasonData(CheckedReason(reason))) with { Topics = [] });

    protected override void Write(EntryKind kind, Guid id, string text, Actor by, string title, DateTimeOffset now) =>
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

    protected override void OnHandedTo(Owner owner)
    {
        (CountsInCourtId, CountsInDivisionId) = (null, null);
        State = WithOwner;
    }

    protected override void OnClosed() => State = WorkOrderState.Closed;
}
