using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>并单: the same person asks the same thing again; one goes on, the other ends without an answer of its own.</summary>
public abstract partial class Handled
{
    /// <summary>The one that goes on; null unless this one was merged (已并入).</summary>
    public Guid? MergedIntoId { get; private set; }

    public string? MergedIntoNumber { get; private set; }

    /// <summary>How many were merged into this one.</summary>
    public int MergedCount { get; private set; }

    /// <summary>Ended as a duplicate: counts neither as in time nor as late.</summary>
    public bool IsMerged => MergedIntoId is not null;

    public bool MayBeMergedBy(Actor by) => Kind.Offers(HandledActs.Merging) && (MayBeHandledBy(by) || MayBeReviewedBy(by));

    public void MergeInto(Handled main, Guid entryId, Actor by, string divisionName, DateTimeOffset now)
    {
        Kind.Check(HandledActs.Merging);
        CheckOpen();
        main.CheckOpen();
        if (main.Id == Id || MergedCount > 0)
            throw Kind.Errors.MergesItselfOrChain();
        if (!MayBeMergedBy(by) || !main.MayBeMergedBy(by))
            throw Kind.Errors.NotYours();
        if (main.GetType() != GetType() || CourtId != main.CourtId)
            throw Kind.Errors.MergesOthers();
        CheckMayEndIn(main);

        main.TakeOver(this, by, now);
        var data = new MergedData(main.Id, main.Number);
        var words = HandlingTrace.Words(data);
        Write(EntryKind.Merged, entryId, words, by, divisionName, now);
        CloseWithoutAnswer(by, now);
        (MergedIntoId, MergedIntoNumber) = (main.Id, main.Number);
        ReadByOwner(now);
        Raise(FactFor(HandlingFacts.Merged, by, now, data, words, entryId, TellRequester(Kind.Own.Merged, ("answerBy", main.DueOn.Words))));
    }

    /// <summary>Throws where the two are not the same matter of the same person.</summary>
    protected virtual void CheckMayEndIn(Handled main) { }

    /// <summary>Nobody waits longer for having asked twice: the earlier limit counts, and so does every urge.</summary>
    private void TakeOver(Handled duplicate, Actor by, DateTimeOffset now)
    {
        var before = DueDay;
        MergedCount++;
        UrgeCount += duplicate.UrgeCount;
        if (duplicate.LastUrgedAt > (LastUrgedAt ?? DateTimeOffset.MinValue))
            LastUrgedAt = duplicate.LastUrgedAt;
        if (duplicate.DueAt < DueAt)
            Recount(duplicate.Limit, now);
        HasNews();
        var data = new TookOverData(duplicate.Id, duplicate.Number, duplicate.UrgeCount, UrgeCount, before, DueDay);
        Raise(FactFor(HandlingFacts.TookOver, by, now, data));
    }

    private Ladder Limit =>
        new(
            StartedOn ?? StartOfOldClock,
            Limits,
            ExtraDays,
            new WorkingDeadline(DueDay, DueAt, DueIsProvisional),
            RemindAt,
            Level1At,
            Level2At,
            Level3At
        );
}
