using Domain.Calendar;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>
/// Something that the court handles: it has one owner and a deadline, goes from hand to hand, and ends. Which acts apply a kind
/// declares (<see cref="HandledKind"/>); the rules of each act live in the part of this class that has its name.
/// </summary>
public abstract partial class Handled : Supervised
{
    public const int TextMaxLength = 2_000;
    public const int ReasonMaxLength = 300;

    /// <summary>What people read out: <c>GZ20261120-000123</c>.</summary>
    public string Number { get; protected init; } = "";

    public Guid OwnerId { get; private set; }
    public string OwnerName { get; private set; } = "";
    public Role OwnerRole { get; private set; }
    public Guid CourtId { get; private set; }
    public Guid DivisionId { get; private set; }

    /// <summary>When the owner opened it since the last news; null is unread.</summary>
    public DateTimeOffset? OwnerReadAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null where it is open, and where it ended without anybody's answer.</summary>
    public Guid? ClosedById { get; private set; }

    public string? ClosedByName { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    protected override bool IsDone => IsClosed;

    protected abstract HandledKind Kind { get; }

    protected override ToldPerson OwedBy => new(OwnerId, OwnerName, OwnerRole);

    /// <summary>The owner, and the head and liaison officer of the owner's division.</summary>
    public virtual bool MayBeHandledBy(Actor by) =>
        by.Post is not null
        && (by.Id == OwnerId || (by.ExtentOf(Feature.Handling) == Extent.Division && by.Covers(Feature.Handling, CourtId, DivisionId)));

    /// <summary>Keeps a word in the conversation.</summary>
    /// <param name="title">The author's division, or name.</param>
    protected abstract void Write(EntryKind kind, Guid id, string text, Actor by, string title, DateTimeOffset now);

    /// <summary>A notice to who asked, where somebody did and can be told.</summary>
    protected virtual IEnumerable<Notice> ToRequester(NoticeKind kind, IEnumerable<(string Name, string Value)> more) => [];

    /// <summary>It has another owner, who has not begun.</summary>
    protected virtual void OnHandedTo(Owner owner) { }

    /// <summary>It ended.</summary>
    protected virtual void OnClosed() { }

    /// <summary>Who should look again; the feature adds its own.</summary>
    protected virtual IReadOnlyList<string> Topics() =>
        [LiveTopic.Staff(OwnerId), LiveTopic.Division(DivisionId), LiveTopic.Court(CourtId), LiveTopic.AllCourts];

    protected Fact FactFor(
        string kind,
        Actor by,
        DateTimeOffset now,
        FactData? data = null,
        string content = "",
        Guid? entryId = null,
        IEnumerable<Notice>? notices = null
    ) =>
        new(kind, by, now)
        {
            Data = data,
            Content = content,
            EntryId = entryId,
            Topics = Topics(),
            Notices = [.. notices ?? []],
        };

    protected void OwnedBy(Owner owner)
    {
        (OwnerId, OwnerName, OwnerRole) = (owner.StaffId, owner.Name, owner.Role);
        (CourtId, DivisionId) = (owner.CourtId, owner.DivisionId);
        OwnerReadAt = null;
        DropOpenExtension();
        DropReassignment();
        OnHandedTo(owner);
    }

    protected void ReadByOwner(DateTimeOffset now) => OwnerReadAt ??= now;

    /// <summary>Something came in since the owner looked.</summary>
    protected void HasNews() => OwnerReadAt = null;

    protected void Close(Actor by, DateTimeOffset now)
    {
        ClosedById = by.Id;
        CloseWithoutAnswer(by, now);
    }

    protected void CheckOpen()
    {
        if (IsMerged)
            throw Kind.Errors.IsMerged(MergedIntoNumber!);
        if (IsClosed)
            throw Kind.Errors.Closed(ClosedByName!, ClosedAt!.Value);
    }

    protected void CheckMayHandle(Actor by)
    {
        CheckOpen();
        if (!MayBeHandledBy(by))
            throw Kind.Errors.NotYours();
    }

    protected string CheckedText(string text) => CheckedText(text, Kind);

    protected static string CheckedText(string text, HandledKind kind)
    {
        var storable = TypedText.Storable(text);
        if (storable.Length == 0)
            throw kind.Errors.TextMissing();
        return storable.Length <= TextMaxLength ? storable : throw kind.Errors.TextTooLong(TextMaxLength);
    }

    protected string CheckedReason(string reason) =>
        CheckedRemark(reason) is { Length: > 0 } given ? given : throw Kind.Errors.ReasonMissing();

    protected string CheckedRemark(string remark) =>
        TypedText.Storable(remark) is { Length: <= ReasonMaxLength } storable ? storable : throw Kind.Errors.TextTooLong(ReasonMaxLength);

    private void CloseWithoutAnswer(Actor by, DateTimeOffset now)
    {
        (ClosedAt, ClosedByName) = (now, by.Name);
        StopClock();
        OnClosed();
    }

    /// <summary>The last day as its owner reads it: one that has passed is not spoken of as one to come.</summary>
    /// <param name="calendar">Overdue days are working days; without it they are not counted.</param>
    /// <returns>应于 11 月 25 日（周三）24:00 前答复; 已超期 2 日，原应于 11 月 19 日（周四）答复.</returns>
    public string Owed(DateTimeOffset now, WorkCalendar? calendar = null)
    {
        var act = Kind.Words.Act;
        if (now < DueAt)
            return $"应于 {DueOn.Words}24:00 前{act}";
        var late = calendar?.WorkingDaysBetween(DueDay, ChinaTime.DayOf(now)) ?? 0;
        return $"已超期{(late == 0 ? "" : $" {late} 日")}，原应于 {DueOn.Words}{act}";
    }

    protected IEnumerable<Notice> TellOwner(
        NoticeKind? kind,
        DateTimeOffset now,
        WorkCalendar? calendar = null,
        params IEnumerable<(string Name, string Value)> more
    ) => kind is null ? [] : Tell(kind, OwnerId, [("owed", Owed(now, calendar)), .. more]);

    /// <summary>Whoever it was handed to.</summary>
    protected virtual IEnumerable<Notice> TellNextOwner(DateTimeOffset now, WorkCalendar? calendar) =>
        TellOwner(Kind.Own.HandedOver, now, calendar, LeaderFields);

    private IEnumerable<Notice> TellRequester(NoticeKind? kind, params IEnumerable<(string Name, string Value)> more) =>
        kind is null ? [] : ToRequester(kind, more);

    protected override IEnumerable<Notice> TellOfNewDay(CountedDay before, string why) =>
        TellRequester(Kind.Own.Moved, ("dueBefore", before.Words), ("why", why));

    protected override IEnumerable<Notice> TellOfLapse() => TellRequester(Kind.Own.Lapsed);

    private IEnumerable<(string Name, string Value)> OwnerFields => SupervisionWords.OwnerFields(OwedBy);
}
