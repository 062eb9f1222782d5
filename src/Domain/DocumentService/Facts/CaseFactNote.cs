using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>
/// What a clerk entered of a case or one of its parties because the trial system had left it open, or had it wrong. The newest note
/// stands in the case; the notes are never changed.
/// </summary>
public sealed class CaseFactNote : Aggregate
{
    private CaseFactNote() { }

    public Guid CaseId { get; private init; }

    /// <summary>Null for a fact of the whole case.</summary>
    public Guid? PartyId { get; private init; }

    public TrialProcedure? TrialProcedure { get; private init; }
    public bool? RetriesFirstInstance { get; private init; }
    public Domicile? Domicile { get; private init; }
    public bool? IsInCustody { get; private init; }
    public bool? IsMinor { get; private init; }

    /// <summary>What it was taken from: 立案登记表, 身份证.</summary>
    public string Source { get; private init; } = "";

    public DateTimeOffset NotedAt { get; private init; }
    public Guid NotedById { get; private init; }
    public string NotedByName { get; private init; } = "";

    /// <summary>Enters it into the case or its party.</summary>
    /// <param name="party">Null for a fact of the whole case.</param>
    public static CaseFactNote Note(Guid id, Case @case, CaseParty? party, NotedFacts facts, Actor by, DateTimeOffset now)
    {
        if (!facts.Fit(party))
            throw CaseFactErrors.Missing();
        if (party is null)
        {
            @case.TrialProcedure = facts.TrialProcedure ?? @case.TrialProcedure;
            @case.RetriesFirstInstance = facts.RetriesFirstInstance ?? @case.RetriesFirstInstance;
            @case.Entered |= facts.Entered;
        }
        else
        {
            party.Domicile = facts.Domicile ?? party.Domicile;
            party.IsInCustody = facts.IsInCustody ?? party.IsInCustody;
            party.IsMinor = facts.IsMinor ?? party.IsMinor;
            party.Entered |= facts.Entered;
        }

        var note = new CaseFactNote
        {
            Id = id,
            CaseId = @case.Id,
            PartyId = party?.Id,
            TrialProcedure = facts.TrialProcedure,
            RetriesFirstInstance = facts.RetriesFirstInstance,
            Domicile = facts.Domicile,
            IsInCustody = facts.IsInCustody,
            IsMinor = facts.IsMinor,
            Source = ServiceTexts.Reason(facts.Source),
            NotedAt = now,
            NotedById = by.Id,
            NotedByName = by.Name,
        };
        note.Raise(
            new Fact(CaseFactKinds.Noted, by, now)
            {
                Data = new CaseFactsNotedData(note.PartyId, facts),
                Topics = [LiveTopic.ServicesOf(@case.DivisionId), .. CaseTopics.Of(@case)],
            }
        );
        return note;
    }
}

/// <summary>Facts as they are entered; null for those that are not.</summary>
public sealed record NotedFacts(string Source)
{
    public TrialProcedure? TrialProcedure { get; init; }
    public bool? RetriesFirstInstance { get; init; }
    public Domicile? Domicile { get; init; }
    public bool? IsInCustody { get; init; }
    public bool? IsMinor { get; init; }

    internal EnteredHere Entered =>
        (TrialProcedure is null ? 0 : EnteredHere.TrialProcedure)
        | (RetriesFirstInstance is null ? 0 : EnteredHere.RetrialProcedure)
        | (Domicile is null ? 0 : EnteredHere.Domicile)
        | (IsInCustody is null ? 0 : EnteredHere.Custody)
        | (IsMinor is null ? 0 : EnteredHere.Minority);

    /// <summary>At least one, and of the case or of the party as is meant.</summary>
    internal bool Fit(CaseParty? party)
    {
        var (ofCase, ofParty) = (
            TrialProcedure is not null || RetriesFirstInstance is not null,
            Domicile is not null || IsInCustody is not null || IsMinor is not null
        );
        return party is null ? ofCase && !ofParty : ofParty && !ofCase;
    }
}

public sealed record CaseFactsNotedData(Guid? PartyId, NotedFacts Facts) : FactData;

public static class CaseFactKinds
{
    public const string Noted = "case_facts_noted";
}

public static class NotedFactWords
{
    /// <returns>审理程序：简易程序，依据 立案登记表.</returns>
    public static string Of(NotedFacts facts) =>
        string.Join(
            '，',
            new[]
            {
                facts.TrialProcedure is { } procedure ? $"审理程序：{procedure.Chinese()}" : "",
                facts.RetriesFirstInstance is { } first ? $"再审适用{(first ? "一审" : "二审")}程序" : "",
                facts.Domicile is { } domicile ? domicile.Chinese() : "",
                facts.IsInCustody is { } custody ? (custody ? "在押" : "不在押") : "",
                facts.IsMinor is { } minor ? (minor ? "未成年" : "已成年") : "",
                facts.Source.Length > 0 ? $"依据 {facts.Source}" : "",
            }.Where(words => words.Length > 0)
        );
}
