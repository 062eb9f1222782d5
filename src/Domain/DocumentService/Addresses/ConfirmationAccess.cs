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
        var (parties, agents) = (db.PartiesStanding(key), db.AgentsActing(key));
        return db.Set<AddressConfirmation>()
            .Where(c =>
                c.PersonKey == key && (c.AgentId == null ? parties.Any(p => p.Id == c.PartyId) : agents.Any(a => a.Id == c.AgentId))
            );
    }

    /// <summary>Addresses by which the litigant is served, of cases where it stands as the party or as an agent whose authority runs.</summary>
    public static IQueryable<ServiceAddress> ServiceAddressesOf(this ICourtDb db, Litigant litigant)
    {
        if (!litigant.IsVerified)
            return db.Set<ServiceAddress>().Where(a => false);
        var key = litigant.IdentityKey!;
        var (parties, agents) = (db.PartiesStanding(key), db.AgentsActing(key));
        return db.Set<ServiceAddress>()
            .Where(a => a.AgentId == null ? parties.Any(p => p.Id == a.PartyId) : agents.Any(g => g.Id == a.AgentId));
    }

    /// <summary>What staff may look at: of the cases whose services they see; those asked to be kept secret only for the case's own people.</summary>
    public static IQueryable<AddressConfirmation> ConfirmationsVisibleTo(this ICourtDb db, Actor by) =>
        db.ConfirmationPartsVisibleTo(by) switch
        {
            ({ } all, null) => all,
            ({ } first, { } other) => first.Concat(other),
        };

    /// <summary>The same in parts that do not overlap, so that a list takes the newest of each by its index; most have one.</summary>
    public static (IQueryable<AddressConfirmation> First, IQueryable<AddressConfirmation>? Other) ConfirmationPartsVisibleTo(
        this ICourtDb db,
        Actor by
    )
    {
        var (me, court, division) = (by.Id, by.Post!.CourtId, by.Post.DivisionId);
        var forms = db.Set<AddressConfirmation>();
        var (sat, worked) = (db.CasesSatOn(me), db.CasesWorkedOn(me));
        var assisted = db.Set<Case>().Where(k => k.ClerkId == me).Select(k => k.Id);
        return by.ExtentOf(Feature.Confirmations) switch
        {
            Extent.All => (forms.Where(c => !c.KeepsSecret), null),
            Extent.Court => (forms.Where(c => c.CourtId == court && !c.KeepsSecret), null),
            Extent.Division => (
                forms.Where(c => c.DivisionId == division && (!c.KeepsSecret || worked.Contains(c.CaseId))),
                forms.Where(c => c.DivisionId != division && assisted.Contains(c.CaseId))
            ),
            Extent.Cases => (forms.Where(c => sat.Contains(c.CaseId)), null),
            _ => (forms.Where(c => false), null),
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
                where
                    party.CaseId == caseId
                    && party.LeftAt == null
                    && (party.Id == personId || party.Agents.Any(a => a.Id == personId && a.EndedAt == null))
                join @case in servable on party.CaseId equals @case.Id
                select new
                {
                    @case.CourtId,
                    @case.DivisionId,
                    party.Id,
                    party.Role,
                    party.IdentityKey,
                    Agent = party.Agents.Where(a => a.Id == personId).Select(a => new { a.Id, a.IdentityKey }).FirstOrDefault(),
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(ct)
            ?? throw ConfirmationErrors.SubjectNotFound();
        return new ConfirmationSubject(new RecipientKey(person.Id, person.Agent?.Id), person.Agent?.IdentityKey ?? person.IdentityKey)
        {
            CaseId = caseId,
            CourtId = person.CourtId,
            DivisionId = person.DivisionId,
            Role = person.Role,
        };
    }
}
