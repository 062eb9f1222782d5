using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>What nobody has said yet of a case and its parties, where the law asks for it.</summary>
public sealed class CaseFactQueries(CourtDb db)
{
    /// <summary>Of a natural person, before papers are handed over: a minor does not sign, and who is in custody is served through the institution.</summary>
    public async Task<IReadOnlyList<MissingFact>> AtTheDoor(Service service, CancellationToken ct)
    {
        var party = await db.Set<CaseParty>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == service.PartyId, ct);
        if (party is null || party.IsOrganisation || service.AgentId is not null)
            return [];
        List<MissingFact> asked = [];
        if (party.IsMinor is null)
            asked.Add(new MissingFact(CaseFact.Minority, party.Id, ShownName.Of(party.Name, service.IsSensitive)));
        if (party.IsInCustody is null)
            asked.Add(new MissingFact(CaseFact.Custody, party.Id, ShownName.Of(party.Name, service.IsSensitive)));
        return asked;
    }
}
