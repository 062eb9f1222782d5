using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Submissions;

/// <summary>
/// What a person of a case hands in, materials (材料) and applications (申请) alike: a receipt with time, number and hash at once, one owner
/// and a limit, and the court's answer.
/// </summary>
public sealed partial class Submission : Handled, IHandled, IOfCase, IEndsWithCase
{
    public static readonly NumberSeries Numbers = new("CL", Digits: 4, Block: 1);

    private Submission() { }

    public SubmissionKind SubmissionKind { get; private init; }
    public Guid CaseId { get; private init; }

    Guid? IOfCase.CaseId => CaseId;

    /// <summary>Normal form.</summary>
    public string CaseNumber { get; private init; } = "";

    /// <summary>The case allows no content outside the court (未成年人、家事).</summary>
    public bool IsSensitive { get; private init; }

    /// <summary>For whom.</summary>
    public Guid PartyId { get; private init; }

    /// <summary>Who handed it in for that party; null for the party in person.</summary>
    public Guid? AgentId { get; private init; }

    public Guid LitigantId { get; private init; }
    public string SubmitterName { get; private init; } = "";
    public string SubmitterPhone { get; private init; } = "";

    /// <summary>原告, 原告的代理人: as it was then.</summary>
    public string SubmitterRole { get; private init; } = "";

    public Channel Channel { get; private init; }

    /// <summary>What the submitter wrote beside it.</summary>
    public string Note { get; private init; } = "";

    public DateTimeOffset SentAt { get; private init; }

    /// <summary>The other of judge and clerk: told beside the owner.</summary>
    public Guid? ColleagueId { get; private init; }

    public SubmissionState State { get; private set; }

    /// <summary>Of everything that came, 64 hex digits; empty where there is no file.</summary>
    public string ReceiptHash { get; private set; } = "";

    public int FileCount { get; private set; }

    /// <summary>How often the court asked for what was missing: once is the rule.</summary>
    public int TimesAsked { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>How many things are awaited.</summary>
    public int NeedCount { get; private set; }

    /// <summary>The last day on which the submitter may bring it; null while nothing is awaited.</summary>
    public DateOnly? SupplementBy { get; private set; }

    public bool SupplementByIsProvisional { get; private set; }

    /// <summary>The clock stands while the submitter is awaited.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>From then on the other parties of the case see it.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    public List<SubmissionEntry> Entries { get; } = [];
    public List<SubmittedFile> Files { get; } = [];
    public List<SubmissionAnswer> Answers { get; } = [];
    public List<SubmissionFollowUp> FollowUps { get; } = [];

    public static HandledKind Declared { get; } =
        new(SubmissionNotices.Words, SubmissionNotices.Handling, HandledActs.Urging)
        {
            Own = new OwnNotices
            {
                Urged = SubmissionNotices.Urged,
                Moved = SubmissionNotices.Moved,
                Lapsed = SubmissionNotices.Lapsed,
            },
        };

    public KindRule Rule => SubmissionKinds.Of(SubmissionKind);
    public SubmissionGroup Group => Rule.Group;

    /// <summary>The latest of each field.</summary>
    public IEnumerable<SubmissionAnswer> CurrentAnswers => Answers.GroupBy(a => a.Key).Select(g => g.MaxBy(a => a.Round)!);

    protected override HandledKind Kind => Declared;

    public override Subject Subject => new(SubjectKind.Submission, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override bool IsDone => IsClosed || IsPaused;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(SentAt);

    protected override SupervisionNotices SupervisionNotices => SubmissionNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => SubmissionNotices.Fields(this);

    /// <summary>The submitter's phone does not look again: it would find nothing new.</summary>
    protected override IReadOnlyList<string> SupervisionTopics => [.. Topics().Except([LiveTopic.Litigant(LitigantId)])];

    protected override IReadOnlyList<string> RecountTopics => Topics();

    /// <param name="colleague">The other of judge and clerk.</param>
    public static Submission Send(NewSubmission sent, Owner owner, Guid? colleague, Ladder ladder, Actor by, DateTimeOffset now)
    {
        var submission = new Submission
        {
            Id = sent.Id,
            Number = sent.Number,
            SubmissionKind = sent.Kind,
            CaseId = sent.Case.Id,
            CaseNumber = sent.Case.Number,
            IsSensitive = sent.Case.IsSensitive,
            PartyId = sent.By.Party.Id,
            AgentId = sent.By.Agent?.Id,
            LitigantId = sent.By.LitigantId,
            SubmitterName = sent.By.Name,
            SubmitterPhone = sent.By.Phone,
            SubmitterRole = sent.By.Role,
            Channel = sent.Channel,
            Note = CheckedNote(sent.Note),
            SentAt = now,
            ColleagueId = colleague == owner.StaffId ? null : colleague,
        };
        submission.StartClock(ladder, now);
        submission.Attach(sent.Files, entryId: null);
        submission.Answers.AddRange(sent.Answers);
        submission.OwnedBy(owner);
        submission.Raise(
            submission.FactFor(
                SubmissionFacts.Sent,
                by,
                now,
                new SubmissionSentData(
                    submission.Number,
                    submission.CaseNumber,
                    submission.CaseId,
                    submission.SubmissionKind,
                    submission.PartyId,
                    submission.AgentId,
                    submission.FileCount,
                    submission.ReceiptHash,
                    submission.DueDay
                ),
                notices:
                [
                    .. submission.TellOwner(SubmissionNotices.Sent, now),
                    .. submission.Tell(SubmissionNotices.Sent, submission.ColleagueId, ("owed", submission.Owed(now))),
                    .. submission.ToRequester(SubmissionNotices.Received, []),
                ]
            )
        );
        return submission;
    }

    private static string CheckedNote(string note) =>
        TypedText.Storable(note) is { Length: <= TextMaxLength } storable ? storable : throw Declared.Errors.TextTooLong(TextMaxLength);

    private void Attach(IReadOnlyList<(GivenFile Given, Attachment File)> files, Guid? entryId)
    {
        foreach (var (given, file) in files)
        {
            file.BelongTo(SubjectKind.Submission, Id, entryId);
            Files.Add(
                new SubmittedFile
                {
                    SubmissionId = Id,
                    AttachmentId = file.Id,
                    Part = given.Part,
                    Title = given.Title,
                    Source = given.Source,
                    Proves = given.Proves,
                    Position = Files.Count + 1,
                    Sha256 = file.Sha256,
                    EntryId = entryId,
                }
            );
        }

        FileCount = Files.Count;
        ReceiptHash = Receipts.HashOf([.. Files.OrderBy(f => f.Position).Select(f => f.Sha256)]);
    }

    protected override IEnumerable<Notice> ToRequester(NoticeKind kind, IEnumerable<(string Name, string Value)> more) =>
        SubmissionNotices.ToRequester(kind, this, more);

    protected override void Write(EntryKind kind, Guid id, string text, Actor by, string title, DateTimeOffset now) =>
        Entries.Add(
            new SubmissionEntry
            {
                Id = id,
                SubmissionId = Id,
                Kind = kind,
                AuthorId = by.Id,
                AuthorName = by.Name,
                AuthorTitle = title,
                Text = text,
                At = now,
            }
        );

    protected override IReadOnlyList<string> Topics()
    {
        List<string> topics = [LiveTopic.Submission(Id), LiveTopic.Litigant(LitigantId), CaseTopics.Case(CaseId), .. base.Topics()];
        if (ColleagueId is { } colleague)
            topics.Add(LiveTopic.Staff(colleague));
        return topics;
    }
}
