using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>What a certificate would say: nobody agrees to one before the day of effect is certain.</summary>
public sealed class EffectToCertify(ICourtDb db, ReadStandings standings)
{
    /// <param name="submission">An application for a certificate.</param>
    /// <exception cref="RefusedException">
    /// <c>effect_certificate.not_verified</c>, <c>effect_certificate.not_effective</c>, <c>effect_certificate.not_known</c>.
    /// </exception>
    public async Task<(Case Case, CaseEffect Effect, LawRow Law)> Of(Submission submission, CancellationToken ct)
    {
        var @case = await db.Set<Case>().AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == submission.CaseId, ct);
        var party = @case.Parties.Single(p => p.Id == submission.PartyId);
        var standing = (await standings.Of([(@case, party)], ct))[@case.Id] with { OnPaper = true };
        var effect = CaseEffect.Of(standing);
        var title = effect.Title.Length > 0 ? effect.Title : effect.What;
        return effect.Standing switch
        {
            EffectStanding.Verified => (@case, effect, LawTable.Of(effect.Law, standing.Procedure)),
            EffectStanding.Due when effect.Law != LawPoint.TakesEffect => (@case, effect, LawTable.Of(effect.Law, standing.Procedure)),
            EffectStanding.Due => throw EffectCertificateErrors.NotVerified(title),
            EffectStanding.Appealed => throw EffectCertificateErrors.NotEffective("有人上诉"),
            EffectStanding.NotServed => throw EffectCertificateErrors.NotEffective("还有当事人没有送达"),
            EffectStanding.Coming => throw EffectCertificateErrors.NotEffective("上诉期还没有过"),
            _ => throw EffectCertificateErrors.NotKnown(),
        };
    }
}
