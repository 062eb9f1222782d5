using Domain.Shared;

namespace Domain.Cases;

public enum ConflictState
{
    Open,

    /// <summary>保留本平台的.</summary>
    KeptOurs,

    /// <summary>采用审判系统的.</summary>
    TookTheirs,

    /// <summary>A later record says what stands here.</summary>
    Settled,
}

/// <summary>The trial system says something else than what a person entered here (信息不一致): nothing is overwritten until a clerk decides.</summary>
public sealed class CaseConflict : Aggregate
{
    public const int ValueMaxLength = 100;

    private CaseConflict() { }

    public Guid CaseId { get; private init; }

    /// <summary>Null for a fact of the whole case; of an agent its party.</summary>
    public Guid? PartyId { get; private init; }

    public Guid? AgentId { get; private init; }
    public CaseField Field { get; private init; }

    /// <summary>As it is stored (an enum's name, true, a list of items); so is the next.</summary>
    public string Ours { get; private set; } = "";

    public string Theirs { get; private set; } = "";
    public long SourceVersion { get; private set; }
    public ConflictState State { get; private set; }
    public DateTimeOffset ArisenAt { get; private init; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }
    public string DecidedByName { get; private set; } = "";

    public static CaseConflict Arise(ConflictPoint point, string ours, string theirs, long version, DateTimeOffset now)
    {
        var conflict = new CaseConflict
        {
            Id = Guid.CreateVersion7(now),
            CaseId = point.Case.Id,
            PartyId = point.PartyId,
            AgentId = point.AgentId,
            Field = point.Field,
            Ours = ours,
            Theirs = theirs,
            SourceVersion = version,
            ArisenAt = now,
        };
        conflict.Raise(conflict.FactFor(ConflictFacts.Arisen, Actor.System, now, point.Case));
        return conflict;
    }

    public bool IsAt(ConflictPoint point) =>
        (CaseId, PartyId, AgentId, Field) == (point.Case.Id, point.PartyId, point.AgentId, point.Field);

    /// <summary>Asked anew with other values; what was decided about these very values is not asked again.</summary>
    internal void Stand(Case @case, string ours, string theirs, long version, DateTimeOffset now)
    {
        if ((Ours, Theirs) == (ours, theirs) && State is ConflictState.Open or ConflictState.KeptOurs)
            return;
        (Ours, Theirs, SourceVersion, State) = (ours, theirs, version, ConflictState.Open);
        (DecidedAt, DecidedById, DecidedByName) = (null, null, "");
        Raise(FactFor(ConflictFacts.Arisen, Actor.System, now, @case));
    }

    /// <summary>The two say the same again.</summary>
    internal void Settle(Case @case, DateTimeOffset now)
    {
        if (State != ConflictState.Open)
            return;
        State = ConflictState.Settled;
        Raise(FactFor(ConflictFacts.Settled, Actor.System, now, @case));
    }

    /// <summary>The case became secret: nobody decides it here, and what it was about goes.</summary>
    internal void Withhold(Case @case, DateTimeOffset now)
    {
        (Ours, Theirs) = ("", "");
        if (State == ConflictState.Open)
            State = ConflictState.Settled;
        Raise(FactFor(ConflictFacts.Settled, Actor.System, now, @case));
    }

    /// <exception cref="RefusedException"><c>case_conflict.decided</c>.</exception>
    public void Decide(bool takeTheirs, Case @case, Actor by, DateTimeOffset now)
    {
        if (State != ConflictState.Open)
            throw CaseErrors.ConflictDecided();
        State = takeTheirs ? ConflictState.TookTheirs : ConflictState.KeptOurs;
        (DecidedAt, DecidedById, DecidedByName) = (now, by.Id, by.Name);
        Raise(FactFor(takeTheirs ? ConflictFacts.TookTheirs : ConflictFacts.KeptOurs, by, now, @case));
    }

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, Case @case) =>
        new(kind, by, now)
        {
            Data = new ConflictData(PartyId, Field, Ours, Theirs),
            Topics = [.. CaseTopics.Of(@case), Topic(@case.DivisionId)],
        };

    /// <summary>The clerks' list of a division.</summary>
    public static string Topic(Guid divisionId) => $"conflicts:{divisionId:N}";
}

/// <summary>What of a case the two disagree about.</summary>
public sealed record ConflictPoint(Case Case, CaseField Field)
{
    public Guid? PartyId { get; init; }
    public Guid? AgentId { get; init; }
}

public sealed record ConflictData(Guid? PartyId, CaseField Field, string Ours, string Theirs) : FactData;

public static class ConflictFacts
{
    public const string Arisen = "conflict_arisen";
    public const string Settled = "conflict_settled";
    public const string KeptOurs = "conflict_kept_ours";
    public const string TookTheirs = "conflict_took_theirs";
}
