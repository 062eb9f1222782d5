using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

public static class PostalAddress
{
    /// <summary>Shorter is no address that a postman finds.</summary>
    public const int MinLength = 6;
}

/// <summary>A clerk notes where somebody of the case can be written to. Found by the court, until the person confirms it.</summary>
public sealed class NotePostalAddress(ICourtDb db, TimeProvider clock)
{
    /// <param name="id">Made by the page: noting the same again changes nothing.</param>
    public async Task Handle(Guid id, Guid caseId, RecipientKey person, string address, Actor by, CancellationToken ct)
    {
        var value = TypedText.Storable(address);
        if (value.Length is < PostalAddress.MinLength or > ServiceAddress.ValueMaxLength) throw ServingErrors.AddressMissing();
        var (partyId, agentId) = person;
        var isThere = await db.ServableBy(by).AnyAsync(c => c.Id == caseId && c.Parties.Any(p => p.Id == partyId && (agentId == null || p.Agents.Any(a => a.Id == agentId && a.EndedAt == null))), ct);
        if (!isThere) throw ServingErrors.CaseNotFound();
        if (await db.ServiceAddresses.AnyAsync(a => a.Id == id || (a.CaseId == caseId && a.PartyId == partyId && a.AgentId == agentId && a.Kind == AddressKind.Postal && a.Value == value && a.EndedAt == null), ct)) return;
        db.ServiceAddresses.Add(new ServiceAddress
        {
            Id = id,
            CaseId = caseId,
            PartyId = partyId,
            AgentId = agentId,
            Kind = AddressKind.Postal,
            Value = value,
            Basis = AddressBasis.Found,
            Origin = PartyContact.Origin,
            AddedAt = clock.GetUtcNow(),
            AddedById = by.Id,
        });
        await db.SaveChangesAsync(ct);
    }
}
