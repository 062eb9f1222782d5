using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

public enum EffectDecision
{
    /// <summary>未核实.</summary>
    None,

    /// <summary>生效已核实.</summary>
    Effective,

    /// <summary>有人上诉: it takes no effect by the end of the periods.</summary>
    Appealed,
}

/// <summary>
/// A document that can be appealed, served in a case, and when it would take effect (生效): proposed from all parties' services,
/// decided by a person, since a mailed appeal arrives late and is in time (CPL 85, 158).
/// </summary>
public sealed class EffectiveJudgment : Aggregate
{
    private EffectiveJudgment() { }

    public Guid CaseId { get; private init; }
    public string CaseNumber { get; private init; } = "";
    public Guid CourtId { get; private init; }
    public Guid DivisionId { get; private init; }

    /// <summary>Of the document before it was stamped: several tasks may serve the same one.</summary>
    public string SourceSha256 { get; private init; } = "";

    public Procedure Procedure => TimeLimit.ProcedureOfCase(CaseNumber);

    public DocumentKind Kind { get; private init; }
    public string Title { get; private init; } = "";
    public DateTimeOffset FirstServedAt { get; private init; }

    public int Parties { get; private set; }
    public int Served { get; private set; }

    /// <summary>推定送达 of a party may still be rebutted.</summary>
    public bool IsPresumed { get; private set; }

    /// <summary>Null while a party is not served.</summary>
    public DateOnly? ProposedOn { get; private set; }

    public EffectDecision Decision { get; private set; }

    /// <summary>The day on which it took effect, as verified.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    public string Notes { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }
    public string DecidedByName { get; private set; } = "";

    public static EffectiveJudgment Begin(Guid id, Case @case, ServedDocument document, DateTimeOffset now) =>
        new()
        {
            Id = id,
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            CourtId = @case.CourtId,
            DivisionId = @case.DivisionId,
            SourceSha256 = document.SourceSha256,
            Kind = document.Kind,
            Title = document.Title,
            FirstServedAt = now,
        };

    /// <summary>Takes over what the services say now.</summary>
    /// <returns>False when nothing is different.</returns>
    public bool Propose(IReadOnlyCollection<PartyService> parties, DateTimeOffset now)
    {
        var on = TimeLimit.TakesEffectOn([.. parties.Select(p => p.LastDay)]);
        var proposal = new EffectProposal(parties.Count, parties.Count(p => p.LastDay is not null), parties.Any(p => p.IsPresumed), on);
        var before = new EffectProposal(Parties, Served, IsPresumed, ProposedOn);
        if (proposal == before)
            return false;
        (Parties, Served, IsPresumed, ProposedOn) = proposal;
        var data = new EffectProposedData(CaseId, SourceSha256, Version == 0 ? null : before, proposal);
        Raise(FactFor(EffectFacts.Proposed, Actor.System, now, data));
        return true;
    }

    /// <summary>A clerk has checked that no appeal came, mailed ones included.</summary>
    /// <param name="on">Not before the proposed day.</param>
    public void Verify(DateOnly on, string notes, Actor by, DateTimeOffset now)
    {
        if (Decision == EffectDecision.Effective && EffectiveOn == on)
            return;
        if (ProposedOn is not { } proposed)
            throw EffectErrors.NotServed();
        if (on < proposed || on > ChinaTime.DayOf(now))
            throw EffectErrors.DayWrong(proposed);
        var given = ServiceTexts.Reason(notes);
        Decide(EffectDecision.Effective, on, given, by, now);
        Raise(FactFor(EffectFacts.Verified, by, now, new EffectVerifiedData(on, given)));
    }

    /// <summary>An appeal came: who, when.</summary>
    public void Appealed(string notes, Actor by, DateTimeOffset now)
    {
        if (Decision == EffectDecision.Appealed)
            return;
        var given = ServiceTexts.Reason(notes);
        Decide(EffectDecision.Appealed, null, given, by, now);
        Raise(FactFor(EffectFacts.Appealed, by, now, new EffectAppealedData(given)));
    }

    private void Decide(EffectDecision decision, DateOnly? on, string notes, Actor by, DateTimeOffset now) =>
        (Decision, EffectiveOn, Notes, DecidedAt, DecidedByName) = (decision, on, notes, now, by.Name);

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, FactData data) =>
        new(kind, by, now) { Data = data, Topics = [LiveTopic.ServicesOf(DivisionId), CaseTopics.Case(CaseId)] };
}

public static class EffectFacts
{
    public const string Proposed = "effect_proposed";
    public const string Verified = "effect_verified";
    public const string Appealed = "effect_appealed";

    /// <summary>The word on screens.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Proposed => "拟生效日期",
            Verified => "生效已核实",
            Appealed => "有人上诉",
            _ => kind,
        };
}
