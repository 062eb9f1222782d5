using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Submissions;

namespace Domain.Tests.Submissions;

/// <summary>A case between a worker and a firm, as 17c draws it, with what was served.</summary>
internal sealed class Standings
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly WorkCalendar s_calendar = OfficialCalendar.AsPublished;
    private static readonly LimitFacts s_civil = new(Procedure.Civil, true, TrialProcedure.Ordinary, true, false);
    private readonly List<StandingCopy> _copies = [];
    private readonly List<EffectiveJudgment> _judgments = [];

    public Standings(string typeCode = "民初", CaseStage stage = CaseStage.FirstInstance, string cause = "追索劳动报酬纠纷")
    {
        Case = new Case
        {
            Id = Guid.CreateVersion7(),
            Number = $"(2026)粤0106{typeCode}20871号",
            Cause = cause,
            Stage = stage,
            TrialProcedure = TrialProcedure.Ordinary,
            State = CaseState.Heard,
        };
        Case.Parties.Add(Mine = Party("陈建华", PartyRole.Plaintiff, 0));
        Case.Parties.Add(Other = Party("广州某公司", PartyRole.Defendant, 1));
    }

    public Case Case { get; }
    public CaseParty Mine { get; }
    public CaseParty Other { get; }
    public DateOnly? EvidenceUntil { get; set; }
    public DateOnly? SaidEffectiveOn { get; init; }
    public List<StandingAppeal> Appeals { get; } = [];
    public List<(Guid PartyId, decimal Amount)> RefundsGranted { get; } = [];
    public List<CaseFee> Fees { get; } = [];

    public CaseStanding Of(CaseParty party) =>
        new(Case, party, Today, s_calendar)
        {
            Copies = _copies,
            Judgments = _judgments,
            Fees = Fees,
            SaidEffectiveOn = SaidEffectiveOn,
            Appeals = Appeals,
            RefundsGranted = RefundsGranted,
            Limits = EvidenceUntil is { } until
                ?
                [
                    new CaseLimit
                    {
                        ExternalId = "e",
                        Kind = CaseLimitKind.Evidence,
                        EndsOn = until,
                    },
                ]
                : [],
        };

    public Availability Ask(SubmissionKind kind, CaseParty? party = null) => SubmissionAvailability.Of(kind, Of(party ?? Mine));

    public Standings Closed()
    {
        Case.State = CaseState.Closed;
        return this;
    }

    /// <param name="other">Null: the other side is not served yet.</param>
    public EffectiveJudgment Judged(DateOnly mine, DateOnly? other, DocumentKind kind = DocumentKind.Judgment)
    {
        List<PartyService> services = [];
        foreach (var (party, on) in new[] { (Mine, (DateOnly?)mine), (Other, other) })
        {
            if (on is { } day)
                Served(party, kind, day, "民事判决书", isAppealable: true);
            services.Add(PartyService.Of(party.Id, _copies.Where(c => c.PartyId == party.Id && c.Copy.IsAppealable).Select(c => c.Copy)));
        }

        var document = new ServedDocument
        {
            CaseNumber = Case.Number,
            Kind = kind,
            Title = "民事判决书",
            Serial = "",
            VerifyCode = "",
            Sha256 = "",
            SourceSha256 = kind.ToString(),
        };
        var judgment = EffectiveJudgment.Begin(Guid.CreateVersion7(), Case, document, DateTimeOffset.UnixEpoch);
        judgment.Propose(services, DateTimeOffset.UnixEpoch);
        _judgments.Add(judgment);
        return judgment;
    }

    public Standings Served(CaseParty party, DocumentKind kind, DateOnly on, string title, bool isAppealable = false)
    {
        var limit = TimeLimit.Of(kind, isAppealable, s_civil).SingleOrDefault();
        _copies.Add(
            new StandingCopy(
                Case.Id,
                party.Id,
                kind.ToString(),
                new ServiceCopy
                {
                    Id = Guid.CreateVersion7(),
                    Kind = kind,
                    Title = title,
                    IsAppealable = isAppealable,
                    Standing = ServiceStanding.Effective,
                    EffectiveOn = on,
                    LimitKind = limit?.Kind,
                    LimitDays = limit?.Days ?? 0,
                    LimitLaw = limit?.Law ?? "",
                    LimitEndsOn = limit?.LastDay(s_calendar, on, s_civil),
                }
            )
        );
        return this;
    }

    public static DateTimeOffset Now => ChinaTime.StartOf(Today);

    private CaseParty Party(string name, PartyRole role, int position) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = Case.Id,
            Name = name,
            Role = role,
            Position = position,
        };
}
