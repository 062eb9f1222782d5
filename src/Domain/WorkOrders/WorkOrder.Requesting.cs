using Domain.Attachments;
using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The requester's side: add, read, rate, ask the same again.</summary>
public sealed partial class WorkOrder
{
    public const int SatisfactionWordsMaxLength = 500;

    /// <summary>When the requester opened the newest reply; null with a reply is unread.</summary>
    public DateTimeOffset? RequesterReadAt { get; private set; }

    /// <summary>The first word of the court to the requester, interim or not; null also in orders from before this was kept.</summary>
    public DateTimeOffset? FirstReplyAt { get; private set; }

    public DateTimeOffset? LastReplyAt { get; private set; }
    public Satisfaction? Satisfaction { get; private set; }
    public string? SatisfactionWords { get; private set; }
    public DateTimeOffset? RatedAt { get; private set; }

    /// <summary>Trace row of the present rating.</summary>
    public long? RatingSequence { get; private set; }

    /// <summary>Ratings of the answers that the filing division had taken up again.</summary>
    public List<FormerRating> FormerRatings { get; } = [];

    /// <summary>How an official answer calls them: in full, never masked; one about a case that is not public names nobody.</summary>
    public string Addressee => IsSensitive || !ShownName.IsName(RequesterName) ? "当事人" : RequesterName;

    /// <summary>Who asked, as staff see it.</summary>
    public string ShownRequester => ShownName.Of(RequesterName, IsSensitive);

    /// <summary>原告 张*.</summary>
    public string ShownRequesterInRole => ShownName.InRole(RequesterRole, RequesterName, IsSensitive);

    public bool CanBeSupplemented => !IsClosed;

    public bool CanBeRated => IsClosed && !IsMerged && Satisfaction is null;

    /// <summary>News that the requester has not opened yet.</summary>
    public bool IsUnreadByRequester => LastReplyAt is not null && RequesterReadAt is null;

    /// <summary>Two accounts are two people, whatever phone they gave.</summary>
    public bool IsOfSameRequesterAs(WorkOrder other) =>
        LitigantId is not null && other.LitigantId is not null
            ? LitigantId == other.LitigantId
            : RequesterPhone.Length > 0 && RequesterPhone == other.RequesterPhone;

    public void Supplement(Guid entryId, string text, IReadOnlyList<Attachment> attachments, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        var words = CheckedText(text);
        Write(EntryKind.Supplement, entryId, words, by, by.Name, now);
        Attach(attachments, entryId);
        if (State == WorkOrderState.AwaitingRequester)
            State = WithOwner;
        HasNews();
        ScreenedAt = null;
        Raise(FactFor(WorkOrderFacts.Supplemented, by, now, content: words, entryId: entryId));
    }

    /// <summary>What came by SMS from the requester's own phone, put here by a person who read it.</summary>
    public void SupplementBySms(Guid entryId, string text, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        var words = CheckedText(text);
        Write(EntryKind.Supplement, entryId, words, by, "短信来信", now);
        if (State == WorkOrderState.AwaitingRequester)
            State = WithOwner;
        HasNews();
        ScreenedAt = null;
        Raise(FactFor(WorkOrderFacts.Supplemented, by, now, content: words, entryId: entryId));
    }

    public void ReadByRequester(Actor by, DateTimeOffset now)
    {
        if (!IsUnreadByRequester)
            return;
        RequesterReadAt = now;
        Raise(FactFor(WorkOrderFacts.AnswerRead, by, now));
    }

    /// <summary>What does not satisfy goes to the filing division's review.</summary>
    public void Rate(Satisfaction satisfaction, string? words, Actor by, DateTimeOffset now, RatingWay way = RatingWay.SignedIn)
    {
        if (IsMerged)
            throw Kind.Errors.IsMerged(MergedIntoNumber!);
        if (!IsClosed)
            throw WorkOrderErrors.NotClosed();
        if (Satisfaction is not null)
            throw WorkOrderErrors.AlreadyRated();
        var given = TypedText.Storable(words ?? "");
        if (given.Length > SatisfactionWordsMaxLength)
            throw Kind.Errors.TextTooLong(SatisfactionWordsMaxLength);
        Satisfaction = satisfaction;
        SatisfactionWords = given.Length == 0 ? null : given;
        RatedAt = now;
        if (satisfaction == WorkOrders.Satisfaction.Dissatisfied)
            AwaitReview(now);
        Raise(FactFor(WorkOrderFacts.Rated, by, now, new RatedData(satisfaction, way), SatisfactionWords ?? ""));
        RatingSequence = Version;
    }

    protected override void CheckMayEndIn(Handled main)
    {
        var order = (WorkOrder)main;
        if (!IsOfSameRequesterAs(order))
            throw Kind.Errors.MergesOthers();
        if (LitigantId is not null && order.LitigantId is null)
            throw MergeErrors.OtherWay();
    }

    /// <summary>The rating becomes history; the new answer asks for a new one.</summary>
    protected override void OnReopening()
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
        OfferSurvey(null);
    }

    protected override void OnRequesterTold(DateTimeOffset now)
    {
        FirstReplyAt ??= now;
        LastReplyAt = now;
        RequesterReadAt = null;
        ReadByOwner(now);
    }
}
