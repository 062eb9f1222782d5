using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Reading;

/// <summary>
/// 阅卷申请: a party or an agent asks to read documents of the main volume (正卷); the clerk or a judge of the case releases some of them
/// until a day, to be read page by page on the phone.
/// </summary>
public sealed partial class ReadingRequest : Handled, IHandled, IOfCase, IEndsWithCase
{
    public const int PurposeMaxLength = 100;
    public const int MarkMaxLength = 60;
    public const int VersionMaxLength = 20;

    public static readonly NumberSeries Numbers = new("YJ", Digits: 4, Block: 1);

    private ReadingRequest() { }

    public Guid CaseId { get; private init; }

    Guid? IOfCase.CaseId => CaseId;

    /// <summary>Normal form.</summary>
    public string CaseNumber { get; private init; } = "";

    /// <summary>The case allows no content outside the court (未成年人、家事).</summary>
    public bool IsSensitive { get; private init; }

    /// <summary>For whom it is read: the reader, or whom the reader acts for.</summary>
    public Guid PartyId { get; private init; }

    /// <summary>The agent of that party who reads; null of the party.</summary>
    public Guid? AgentId { get; private init; }

    public Guid LitigantId { get; private init; }
    public string ReaderName { get; private init; } = "";
    public string ReaderPhone { get; private init; } = "";

    /// <summary>Behind the name in the watermark: the licence, or how the ID number ends; masked.</summary>
    public string ReaderMark { get; private init; } = "";

    /// <summary>原告, or 原告的代理人.</summary>
    public string ReaderRole { get; private init; } = "";

    /// <summary>See <see cref="Litigants.IIdentityKeys"/>.</summary>
    public string IdentityKey { get; private init; } = "";

    public Channel Channel { get; private init; }

    /// <summary>What for, in the reader's words.</summary>
    public string Purpose { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }
    public ReadingState State { get; private set; }

    /// <summary>The last day; null before it is released.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Numbers of ID cards, bank cards and phones are blackened in the pictures.</summary>
    public bool IsMasked { get; private set; }

    /// <summary>Of the case when it was released: when it becomes another, what was released holds no more.</summary>
    public CaseRestriction? ReleasedUnder { get; private set; }

    /// <summary>When the reader signed the 阅卷单; nothing is shown before.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Of the text that was signed.</summary>
    public string SignedVersion { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }
    public ReadingEnd? EndedBy { get; private set; }
    public List<ReadingRequestEntry> Entries { get; } = [];
    public List<ReadingFile> Files { get; } = [];

    public static HandledKind Declared { get; } =
        new(ReadingNotices.Words, ReadingNotices.Handling, HandledActs.Urging)
        {
            Own = new OwnNotices
            {
                Urged = ReadingNotices.Urged,
                Moved = ReadingNotices.Moved,
                Lapsed = ReadingNotices.Lapsed,
            },
        };

    protected override HandledKind Kind => Declared;

    public override Subject Subject => new(SubjectKind.ReadingRequest, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(AskedAt);

    protected override SupervisionNotices SupervisionNotices => ReadingNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => ReadingNotices.Fields(this);

    /// <summary>The reader's phone does not look again: it would find nothing new.</summary>
    protected override IReadOnlyList<string> SupervisionTopics => [.. Topics().Except([LiveTopic.Litigant(LitigantId)])];

    protected override IReadOnlyList<string> RecountTopics => Topics();

    /// <summary>A party or an agent asks.</summary>
    /// <param name="other">Of the judge and the clerk of the case the one who is not the owner: told too.</param>
    public static ReadingRequest Ask(NewReading asked, Owner owner, Guid? other, Ladder ladder, Actor by, DateTimeOffset now)
    {
        var request = new ReadingRequest
        {
            Id = asked.Id,
            Number = asked.Number,
            CaseId = asked.Case.Id,
            CaseNumber = asked.Case.Number,
            IsSensitive = asked.Case.IsSensitive,
            PartyId = asked.Reader.Party.Id,
            AgentId = asked.Reader.Agent?.Id,
            LitigantId = asked.Reader.LitigantId,
            ReaderName = asked.Reader.Name,
            ReaderPhone = asked.Reader.Phone,
            ReaderMark = asked.Reader.Mark,
            ReaderRole = asked.Reader.Role,
            IdentityKey = asked.Reader.IdentityKey,
            Channel = asked.Channel,
            Purpose = CheckedPurpose(asked.Purpose),
            AskedAt = now,
        };
        if (asked.Files.Count == 0)
            throw ReadingErrors.FilesMissing();
        foreach (var file in asked.Files)
            request.Files.Add(ReadingFile.Of(request, file, isAsked: true));
        request.StartClock(ladder, now);
        request.OwnedBy(owner);
        request.Raise(
            request.FactFor(
                ReadingFacts.Asked,
                by,
                now,
                new ReadingAskedData(request.Number, request.CaseNumber, request.Files.Count, request.DueDay),
                request.Purpose,
                notices:
                [
                    .. request.TellOwner(ReadingNotices.Asked, now),
                    .. request.Tell(ReadingNotices.Asked, other == owner.StaffId ? null : other, ("owed", request.Owed(now))),
                    .. request.ToRequester(ReadingNotices.Received, []),
                ]
            )
        );
        return request;
    }

    internal static string CheckedPurpose(string typed) =>
        TypedText.Storable(typed).Replace('\n', ' ') switch
        {
            { Length: 0 } => throw ReadingErrors.PurposeMissing(),
            { Length: > PurposeMaxLength } => throw ReadingErrors.PurposeTooLong(),
            var purpose => purpose,
        };

    protected override IEnumerable<Notice> ToRequester(NoticeKind kind, IEnumerable<(string Name, string Value)> more) =>
        ReadingNotices.ToRequester(kind, this, more);

    protected override void Write(EntryKind kind, Guid id, string text, Actor by, string title, DateTimeOffset now) =>
        Entries.Add(
            new ReadingRequestEntry
            {
                Id = id,
                ReadingRequestId = Id,
                Kind = kind,
                AuthorId = by.Id,
                AuthorName = by.Name,
                AuthorTitle = title,
                Text = text,
                At = now,
            }
        );

    protected override IReadOnlyList<string> Topics() => [LiveTopic.ReadingRequest(Id), LiveTopic.Litigant(LitigantId), .. base.Topics()];
}
