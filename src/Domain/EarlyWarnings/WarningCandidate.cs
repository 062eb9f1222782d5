using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>Why the screening found something.</summary>
public enum CandidateKind
{
    /// <summary>Listed words in a message or a supplement.</summary>
    Words,

    /// <summary>The third complaint of one case within 30 days.</summary>
    Complaints,

    /// <summary>Many orders of one case or person within a few days.</summary>
    Rise,
}

public enum CandidateState
{
    Undecided,
    Confirmed,

    /// <summary>不构成预警.</summary>
    Rejected,
}

/// <summary>What the screening found (预警线索): a person of the filing division decides what it is.</summary>
public sealed class WarningCandidate : Aggregate
{
    public const int CauseMaxLength = 120;

    /// <summary>The same cause is found once, whoever looks and how often.</summary>
    public required string Cause { get; init; }

    /// <summary>What it is about; while one is undecided, no other of the same kind and subject is made.</summary>
    public required string Subject { get; init; }

    public CandidateKind Kind { get; init; }
    public Guid CourtId { get; init; }
    public Guid DivisionId { get; init; }
    public Guid WorkOrderId { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>The words found, as the list has them.</summary>
    public List<string> Words { get; init; } = [];

    /// <summary>How many complaints or orders.</summary>
    public int Count { get; init; }

    public DateTimeOffset FoundAt { get; init; }
    public CandidateState State { get; private set; }
    public Guid? DecidedById { get; private set; }
    public string DecidedByName { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? EarlyWarningId { get; private set; }

    /// <summary>What a warning from it is checked for at first.</summary>
    public WarningTrigger Trigger =>
        Kind switch
        {
            CandidateKind.Complaints => WarningTrigger.RepeatedComplaint,
            CandidateKind.Rise => WarningTrigger.SuddenRise,
            _ => WarningTrigger.Other,
        };

    public WarningCandidate Found()
    {
        Raise(FactFor(EarlyWarningFacts.CandidateFound, Actor.System, FoundAt, new CandidateFoundData(Kind, WorkOrderId, Count)));
        return this;
    }

    public void Confirm(Guid warningId, Actor by, DateTimeOffset now)
    {
        Decide(CandidateState.Confirmed, by, now);
        EarlyWarningId = warningId;
        Raise(FactFor(EarlyWarningFacts.CandidateConfirmed, by, now, new CandidateConfirmedData(warningId)));
    }

    public void Reject(string reason, Actor by, DateTimeOffset now)
    {
        var why = EarlyWarning.CheckedReason(reason);
        Decide(CandidateState.Rejected, by, now);
        Reason = why;
        Raise(FactFor(EarlyWarningFacts.CandidateRejected, by, now, new CandidateRejectedData(why)));
    }

    private void Decide(CandidateState state, Actor by, DateTimeOffset now)
    {
        if (State != CandidateState.Undecided)
            throw EarlyWarningErrors.CandidateDecided(DecidedByName);
        (State, DecidedById, DecidedByName, DecidedAt) = (state, by.Id, by.Name, now);
    }

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, FactData data) =>
        new(kind, by, now) { Data = data, Topics = [LiveTopic.Division(DivisionId), LiveTopic.Court(CourtId)] };
}

public static class CandidateWords
{
    public static string Chinese(this CandidateKind kind) =>
        kind switch
        {
            CandidateKind.Words => "预警词",
            CandidateKind.Complaints => "重复投诉",
            CandidateKind.Rise => "短期激增",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
