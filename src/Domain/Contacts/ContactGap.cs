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

    public override Subject Subject => new(SubjectKind.ContactGap, Id, CourtId, DivisionId);

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
                Notices = chain.Head is { } head
                    ? [.. ContactNotices.ToReport.To([head.StaffId], gap.Subject, gap.DueDay, divisionName)]
                    : [],
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

    public override bool TakeStep(SupervisionChain chain, DateTimeOffset now)
    {
        if (TakeStep(now) is not { } step)
            return false;
        Raise(
            ContactSteps.Told(step, chain, chain.Head?.StaffId ?? Guid.Empty, DivisionName, "联络员空缺待报告", Subject, DueDay, now) with
            {
                Topics = Topics(),
            }
        );
        return true;
    }

    protected override void RaiseRecounted(DateOnly before, DateTimeOffset now) =>
        Raise(FactFor(ContactFacts.Recounted, Actor.System, now, $"{ChinaTime.ShortDay(before)} → {ChinaTime.ShortDay(DueDay)}"));

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, string words = "") => new(kind, by, now, words) { Topics = Topics() };

    private string[] Topics() => [LiveTopic.Division(DivisionId), LiveTopic.Court(CourtId)];
}
