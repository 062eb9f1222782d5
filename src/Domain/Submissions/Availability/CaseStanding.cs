using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>A document as it was served on a party, on itself or on its agent.</summary>
/// <param name="Source">The same of every task that serves it, see <see cref="ServedDocument.SourceSha256"/>.</param>
public sealed record StandingCopy(Guid CaseId, Guid PartyId, string Source, ServiceCopy Copy);

/// <param name="SentOn">When the petition arrived.</param>
public sealed record StandingAppeal(Guid PartyId, DateOnly SentOn);

/// <summary>What is known of a case for one of its parties on a day: all that is asked before something is handed in.</summary>
/// <param name="Of">For whom.</param>
public sealed record CaseStanding(Case Case, CaseParty Of, DateOnly Today, WorkCalendar Calendar)
{
    public IReadOnlyList<EffectiveJudgment> Judgments { get; init; } = [];

    /// <summary>Of all parties.</summary>
    public IReadOnlyList<StandingCopy> Copies { get; init; } = [];

    public IReadOnlyList<CaseLimit> Limits { get; init; } = [];
    public IReadOnlyList<CaseFee> Fees { get; init; } = [];

    /// <summary>The trial system says that its decision has taken effect.</summary>
    public DateOnly? SaidEffectiveOn { get; init; }

    /// <summary>Appeals that the court has, decided or not: of a ruling on the way, or of the decision of the case.</summary>
    public IReadOnlyList<StandingAppeal> Appeals { get; init; } = [];

    /// <summary>Refunds that the court agreed to here, in yuan by the party.</summary>
    public IReadOnlyList<(Guid PartyId, decimal Amount)> RefundsGranted { get; init; } = [];

    /// <summary>The trial system sent the files up.</summary>
    public DateOnly? SentUpOn { get; init; }

    public Procedure Procedure { get; } = TimeLimit.ProcedureOfCase(Case.Number);

    /// <summary>Its judgment can be appealed as far as the procedure goes (CPL 218 of a retrial).</summary>
    public bool ByFirstInstance =>
        Case.Stage == CaseStage.FirstInstance || (Case.Stage == CaseStage.Retrial && Case.RetriesFirstInstance == true);

    public bool IsSecondInstance => Case.Stage == CaseStage.SecondInstance;

    /// <summary>Between parties who argue: no enforcement, no supervision.</summary>
    public bool IsTrial => ByFirstInstance || IsSecondInstance || Case.Stage == CaseStage.Retrial;

    public bool IsOneInstance => Procedure == Procedure.Civil && Case.TrialProcedure == TrialProcedure.SmallClaims;

    /// <summary>被告一方.</summary>
    public bool IsDefending => Of.Role is PartyRole.Defendant or PartyRole.Appellee or PartyRole.Respondent or PartyRole.Accused;

    /// <summary>原告一方.</summary>
    public bool IsSuing => Of.Role is PartyRole.Plaintiff or PartyRole.Appellant;

    /// <summary>Those who still stand in the case, in its order.</summary>
    public IEnumerable<CaseParty> Parties => Case.Parties.Where(p => p.LeftAt is null).OrderBy(p => p.Position);

    /// <summary>举证期限: the last one that the court set.</summary>
    public DateOnly? EvidenceUntil => Limits.Where(l => l.Kind == CaseLimitKind.Evidence).Max(l => (DateOnly?)l.EndsOn);

    /// <summary>Copies of the document that decides the case, for one of its parties.</summary>
    public IEnumerable<ServiceCopy> CopiesOf(string source, Guid partyId) =>
        Copies.Where(c => c.Source == source && c.PartyId == partyId).Select(c => c.Copy);

    /// <summary>Who appealed before the decision reached them meant another one.</summary>
    /// <param name="source">Of the decision; null where none was served here.</param>
    public bool HasAppealed(Guid partyId, string? source) =>
        Appeals.Any(a => a.PartyId == partyId && (source is null || CopiesOf(source, partyId).Any(c => c.EffectiveOn <= a.SentOn)));

    /// <summary>While somebody has appealed a decision it takes no effect (CPL 158), unless the court has found that it did.</summary>
    /// <param name="source">Of the decision; null where none was served here.</param>
    public bool IsAppealed(string? source) =>
        Appeals.Any(a => HasAppealed(a.PartyId, source))
        || (SentUpOn is { } on && (source is null || Copies.Any(c => c.Source == source && c.Copy.EffectiveOn <= on)));

    /// <summary>Parties by their whole names, as papers of the court have them; else as the reader is spoken to.</summary>
    public bool OnPaper { get; init; }

    /// <returns>您; 对方 where there is one other; else 被告李**.</returns>
    public string Name(CaseParty party) =>
        OnPaper ? party.Role.Chinese() + party.Name
        : party.Id == Of.Id ? "您"
        : Parties.Count() == 2 ? "对方"
        : party.Role.Chinese() + Shared.ShownName.Of(party.Name, Case.IsSensitive);
}
