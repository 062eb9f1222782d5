using Domain.Shared;
using Domain.Supervision;

namespace Domain.Contacts;

/// <summary>The system sees that a division has no liaison officer any more (联络员空缺): its head owes a report within 5 working days.</summary>
public sealed class ContactGap : Supervised
{
    private ContactGap() { }

    public Guid CourtId { get; private init; }
    public Guid DivisionId { get; private init; }
    public string DivisionName { get; private init; } = "";
    public DateTimeOffset FoundAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>It was reported after its limit.</summary>
    public bool WasLate { get; private set; }

    public override Subject Subject => new(SubjectKind.ContactGap, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override bool IsDone => ClosedAt is not null;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(FoundAt);

    public static ContactGap Find(
        Guid courtId,
        Guid divisionId,
        string divisionName,
        Ladder ladder,
        SupervisionChain chain,
        DateTimeOffset now
    )
    {
        var gap = new ContactGap
        {
            Id = Guid.CreateVersion7(),
            CourtId = courtId,
            DivisionId = divisionId,
            DivisionName = divisionName,
            FoundAt = now,
        };
        gap.StartClock(ladder, now);
        gap.Raise(
            gap.FactFor(ContactFacts.GapFound, Actor.System, now) with
            {
                Notices = chain.Head is { } head ? [.. ContactNotices.ToReport.To([head.StaffId], gap.Subject, gap.NoticeFields)] : [],
            }
        );
        return gap;
    }

    public void Close(Actor by, DateTimeOffset now)
    {
        if (ClosedAt is not null)
            return;
        (ClosedAt, WasLate) = (now, now >= DueAt);
        StopClock();
        Raise(FactFor(ContactFacts.GapClosed, by, now));
    }

    protected override SupervisionNotices SupervisionNotices => ContactNotices.OfGap;

    protected override IReadOnlyDictionary<string, string> NoticeFields => ContactNotices.Fields(DivisionName, DueOn);

    /// <summary>The division's head, whom the levels pass over.</summary>
    protected override ToldPerson? OwedIn(SupervisionChain chain) => chain.Head is { } head ? ToldPerson.Of(head) : null;

    protected override IReadOnlyList<string> SupervisionTopics => Topics();

    private Fact FactFor(string kind, Actor by, DateTimeOffset now) => new(kind, by, now) { Topics = Topics() };

    private string[] Topics() => [LiveTopic.Division(DivisionId), LiveTopic.Court(CourtId)];
}
