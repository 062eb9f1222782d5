using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Which confirmations and addresses a person may reach. Every query and use case starts from here.</summary>
public static class ConfirmationAccess
{
    /// <summary>The litigant's own: as the party while it stands in the case, as an agent while the authority runs.</summary>
    public static IQueryable<AddressConfirmation> ConfirmationsOf(this ICourtDb db, Litigant litigant)
    {
        if (!litigant.IsVerified)
            return db.Set<AddressConfirmation>().Where(c => false);
        var key = litigant.IdentityKey!;
        return db.Set<AddressConfirmation>()
            .Where(c =>
                c.PersonKey == key
                && (
                    c.AgentId == null
                        ? db.Set<CaseParty>().Any(p => p.Id == c.PartyId && p.IdentityKey == key)
                        : db.Set<CaseAgent>().Any(a => a.Id == c.AgentId && a.IdentityKey == key && a.EndedAt == null)
                )
            );
    }

    /// <summary>What staff may look at: of the cases whose services they see; those asked to be kept secret only for the case's own people.</summary>
    public static IQueryable<AddressConfirmation> ConfirmationsVisibleTo(this ICourtDb db, Actor by)
    {
        var (me, court, division) = (by.Id, by.Post!.CourtId, by.Post.DivisionId);
        return by.ExtentOf(Feature.Confirmations) switch
        {
            Extent.Division => db.Set<AddressConfirmation>()
                .Where(c =>
                    c.DivisionId == division
                        && (
                            !c.KeepsSecret
                            || db.Set<Case>().Any(k => k.Id == c.CaseId && (k.ClerkId == me || k.JudgeId == me || k.PanelIds.Contains(me)))
                        )
                    || db.Set<Case>().Any(k => k.Id == c.CaseId && k.ClerkId == me)
                ),
            Extent.Cases => db.Set<AddressConfirmation>()
                .Where(c => db.Set<Case>().Any(k => k.Id == c.CaseId && (k.JudgeId == me || k.PanelIds.Contains(me)))),
            Extent.All => db.Set<AddressConfirmation>().Where(c => !c.KeepsSecret),
            Extent.Court => db.Set<AddressConfirmation>().Where(c => c.CourtId == court && !c.KeepsSecret),
            _ => db.Set<AddressConfirmation>().Where(c => false),
        };
    }

    /// <summary>A party or an agent whose authority runs, of a case that the actor serves.</summary>
    /// <param name="personId">The party's or the agent's.</param>
    internal static async Task<ConfirmationSubject> SubjectOf(this ICourtDb db, Guid caseId, Guid personId, Actor by, CancellationToken ct)
    {
        var servable = db.ServableBy(by);
        var person =
            await (
                from party in db.Set<CaseParty>()
                where party.CaseId == caseId && (party.Id == personId || party.Agents.Any(a => a.Id == personId && a.EndedAt == null))
                join @case in servable on party.CaseId equals @case.Id
                select new
                {
                    @case.CourtId,
                    @case.DivisionId,
                    party.Id,
                    party.IdentityKey,
                    Agent = party.Agents.Where(a => a.Id == personId).Select(a => new { a.Id, a.IdentityKey }).FirstOrDefault(),
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(ct)
            ?? throw ConfirmationErrors.SubjectNotFound();
        return new ConfirmationSubject(
            caseId,
            person.CourtId,
            person.DivisionId,
            person.Id,
            person.Agent?.Id,
            person.Agent?.IdentityKey ?? person.IdentityKey
        );
    }
}
