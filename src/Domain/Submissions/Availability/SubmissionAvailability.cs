using Domain.Cases;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>What can be handed in today and until when, from the facts of the case alone.</summary>
public sealed class SubmissionAvailability(ReadStandings standings) : ISubmissionAvailability
{
    public async Task<Availability> Of(SubmissionKind kind, Case @case, CaseParty of, Actor by, CancellationToken ct) =>
        Of(kind, (await standings.Of([(@case, of)], ct))[@case.Id]);

    public async Task<IReadOnlyDictionary<(Guid CaseId, SubmissionKind Kind), Availability>> Of(
        IReadOnlyCollection<(Case Case, CaseParty Of)> cases,
        IReadOnlyCollection<SubmissionKind> kinds,
        Actor by,
        CancellationToken ct
    ) =>
        (await standings.Of(cases, ct))
            .SelectMany(s => kinds.Select(kind => (Key: (s.Key, kind), Answer: Of(kind, s.Value))))
            .ToDictionary(a => a.Key, a => a.Answer);

    public static Availability Of(SubmissionKind kind, CaseStanding of) =>
        kind switch
        {
            SubmissionKind.Defence => MaterialAvailability.OfDefence(of),
            SubmissionKind.AgentStatement => MaterialAvailability.OfStatement(of),
            SubmissionKind.Evidence => MaterialAvailability.OfEvidence(of),
            SubmissionKind.Counterclaim => MaterialAvailability.OfCounterclaim(of),
            SubmissionKind.Identity or SubmissionKind.OtherMaterial => Availability.Yes with
            {
                Rule = SubmissionKinds.Of(kind).Rule(of.Procedure),
            },
            SubmissionKind.Appeal => AppealAvailability.Of(of),
            SubmissionKind.Enforcement => EffectAvailability.OfEnforcement(of),
            SubmissionKind.EffectCertificate => EffectAvailability.OfCertificate(of),
            SubmissionKind.FeeRefund => FeeAvailability.OfRefund(of),
            SubmissionKind.FeeRelief => FeeAvailability.OfRelief(of),
            _ => TrialAvailability.Of(kind, of),
        };
}
