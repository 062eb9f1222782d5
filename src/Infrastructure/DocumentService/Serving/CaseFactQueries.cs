using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>What is known at the door of whoever papers are handed to, and what nobody has said yet where the law asks for it.</summary>
public sealed class CaseFactQueries(CourtDb db)
{
    /// <summary>Of a natural person, before papers are handed over: a minor does not sign, and who is in custody is served through the institution.</summary>
    public async Task<AtTheDoor> AtTheDoor(Service service, CancellationToken ct)
    {
        var party = await db.Set<CaseParty>().AsNoTracking().SingleAsync(p => p.Id == service.PartyId, ct);
        var receiving = ReceivingParty.Of(party, []);
        if (party.IsOrganisation || service.AgentId is not null)
            return new AtTheDoor(receiving, []);
        List<MissingFact> asked = [];
        if (party.IsMinor is null)
            asked.Add(new MissingFact(CaseFact.Minority, party.Id, ShownName.Of(party.Name, service.IsSensitive)));
        if (party.IsInCustody is null)
            asked.Add(new MissingFact(CaseFact.Custody, party.Id, ShownName.Of(party.Name, service.IsSensitive)));
        return new AtTheDoor(receiving, asked);
    }
}

/// <param name="Party">Without the names of the other side.</param>
/// <param name="Asked">What nobody has said yet.</param>
public sealed record AtTheDoor(ReceivingParty Party, IReadOnlyList<MissingFact> Asked);
