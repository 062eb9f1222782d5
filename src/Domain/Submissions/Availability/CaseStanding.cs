using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>A document as it was served on a party, on itself or on its agent.</summary>
/// <param name="Source">The same of every task that serves it, see <see cref="ServedDocument.SourceSha256"/>.</param>
public sealed record StandingCopy(Guid CaseId, Guid PartyId, string Source, ServiceCopy Copy);

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

    /// <summary>Parties by their whole names, as papers of the court have them; else as the reader is spoken to.</summary>
    public bool OnPaper { get; init; }

    /// <returns>您; 对方 where there is one other; else 被告李**.</returns>
    public string Name(CaseParty party) =>
        OnPaper ? party.Role.Chinese() + party.Name
        : party.Id == Of.Id ? "您"
        : Parties.Count() == 2 ? "对方"
        : party.Role.Chinese() + Shared.ShownName.Of(party.Name, Case.IsSensitive);
}
