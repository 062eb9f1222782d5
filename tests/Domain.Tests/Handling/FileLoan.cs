using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Tests.Handling;

/// <summary>A kind that only tests have: somebody asks for a file of the archive (调卷). All of it is here: what it declares and what is its own.</summary>
public sealed class FileLoan : Handled, IHandled
{
    public static readonly ThingWords Words = new("file_loan", "调卷申请", "调卷申请 {number}", "调卷");
    public static readonly HandlingNotices Texts = new(Words);

    private FileLoan() { }

    public static HandledKind Declared { get; } =
        new(Words, Texts, HandledActs.Extension | HandledActs.Transfer | HandledActs.Remark | HandledActs.Urging);

    public List<FileLoanEntry> Entries { get; } = [];

    public override Subject Subject => new(SubjectKind.WorkOrder, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override HandledKind Kind => Declared;

    protected override SupervisionNotices SupervisionNotices { get; } = new(Words);

    protected override IReadOnlyDictionary<string, string> NoticeFields =>
        new Dictionary<string, string> { ["number"] = Number, ["dueBy"] = ChinaTime.Day(DueDay) };

    protected override IReadOnlyList<string> SupervisionTopics => Topics();

    protected override DateOnly StartOfOldClock => throw new NotSupportedException();

    public static FileLoan Open(string number, Owner owner, Ladder ladder, Actor by, DateTimeOffset now)
    {
        var loan = new FileLoan { Id = Guid.CreateVersion7(), Number = number };
        loan.StartClock(ladder, now);
        loan.OwnedBy(owner);
        loan.Raise(loan.FactFor("asked", by, now));
        return loan;
    }

    public void Lend(Actor by, DateTimeOffset now)
    {
        CheckMayHandle(by);
        Close(by, now);
        Raise(FactFor("lent", by, now));
    }

    protected override void Write(EntryKind kind, Guid id, string text, Actor by, string title, DateTimeOffset now) =>
        Entries.Add(
            new FileLoanEntry
            {
                Id = id,
                FileLoanId = Id,
                Kind = kind,
                AuthorId = by.Id,
                AuthorName = by.Name,
                AuthorTitle = title,
                Text = text,
                At = now,
            }
        );
}

public sealed class FileLoanEntry : HandledEntry
{
    public Guid FileLoanId { get; init; }
}
