using Domain.Attachments;
using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The requester's side: add, urge, read, rate.</summary>
public sealed partial class WorkOrder
{
    public bool CanBeSupplemented => !IsClosed;

    public bool CanBeRated => IsClosed && !IsMerged && Satisfaction is null;

    /// <summary>News that the requester has not opened yet.</summary>
    public bool IsUnreadByRequester => LastReplyAt is not null && RequesterReadAt is null;

    public void Supplement(Guid entryId, string text, IReadOnlyList<Attachment> attachments, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        var words = CheckedText(text);
        Write(EntryKind.Supplement, entryId, words, attachments, by, by.Name, now);
        if (State == WorkOrderState.AwaitingRequester)
            State = WithOwner;
        OwnerReadAt = null;
        ScreenedAt = null;
        Raise(FactFor(WorkOrderFacts.Supplemented, by, now, content: words, entryId: entryId));
    }

    /// <summary>催办: once per working day; on a rest day it counts for the day before, so the next chance is the next working day.</summary>
    public void Urge(Guid entryId, string text, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        if (UrgeRefusal(calendar, now) is { } refusal)
            throw refusal;
        var words = TypedText.Storable(text);
        if (words.Length > TextMaxLength)
            throw WorkOrderErrors.TextTooLong();
        Write(EntryKind.Urge, entryId, words, [], by, by.Name, now);
        UrgeCount++;
        LastUrgedAt = now;
        OwnerReadAt = null;
        Raise(
            FactFor(WorkOrderFacts.Urged, by, now, $"第 {UrgeCount} 次", words, entryId) with
            {
                Notices = [.. WorkOrderNotices.Urged.ToOwner(this)],
            }
        );
    }

    /// <returns>Why it cannot be urged now; null when it can.</returns>
    public RefusedException? UrgeRefusal(WorkCalendar calendar, DateTimeOffset now)
    {
        if (LastUrgedAt is not { } last)
            return null;
        var (urgedOn, today) = (ChinaTime.DayOf(last), ChinaTime.DayOf(now));
        var next = calendar.NextWorkday(urgedOn);
        if (today >= next)
            return null;
        return WorkOrderErrors.UrgedToday(
            (urgedOn == today ? "今天" : ChinaTime.Day(urgedOn)) + " " + ChinaTime.Clock(last),
            next == today.AddDays(1) ? "明天" : ChinaTime.Day(next)
        );
    }

    public void ReadByRequester(Actor by, DateTimeOffset now)
    {
        if (!IsUnreadByRequester)
            return;
        RequesterReadAt = now;
        Raise(FactFor(WorkOrderFacts.AnswerRead, by, now));
    }

    /// <summary>What does not satisfy goes to the filing division's review.</summary>
    /// <param name="way">How it came, for the trace.</param>
    public void Rate(Satisfaction satisfaction, string? words, Actor by, DateTimeOffset now, string way = "")
    {
        if (IsMerged)
            throw MergeErrors.IsMerged(MergedIntoNumber!);
        if (!IsClosed)
            throw WorkOrderErrors.NotClosed();
        if (Satisfaction is not null)
            throw WorkOrderErrors.AlreadyRated();
        var given = TypedText.Storable(words ?? "");
        if (given.Length > SatisfactionWordsMaxLength)
            throw WorkOrderErrors.TextTooLong();
        Satisfaction = satisfaction;
        SatisfactionWords = given.Length == 0 ? null : given;
        RatedAt = now;
        ReviewSince = satisfaction == WorkOrders.Satisfaction.Dissatisfied ? now : null;
        Raise(FactFor(WorkOrderFacts.Rated, by, now, satisfaction.Chinese() + way, SatisfactionWords ?? ""));
        RatingSequence = Version;
    }

    public const int SatisfactionWordsMaxLength = 500;

    private void CheckOpen()
    {
        if (IsMerged)
            throw MergeErrors.IsMerged(MergedIntoNumber!);
        if (IsClosed)
            throw WorkOrderErrors.Closed(ClosedByName!, ClosedAt!.Value);
    }
}
