using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk registers an address that a pleading gives or that the court found.</summary>
public sealed class AddServiceAddress(ICourtDb db, TimeProvider clock)
{
    /// <param name="id">Made by the page: pressing twice adds once.</param>
    /// <param name="personId">The party's or the agent's.</param>
    public async Task Handle(
        Guid id,
        Guid caseId,
        Guid personId,
        AddressKind kind,
        string value,
        AddressBasis basis,
        string origin,
        Actor by,
        CancellationToken ct
    )
    {
        var subject = await db.SubjectOf(caseId, personId, by, ct);
        await db.Once(
            () => db.Set<ServiceAddress>().SingleOrDefaultAsync(a => a.Id == id, ct),
            () =>
                Task.FromResult(
                    db.Set<ServiceAddress>().Add(ServiceAddress.Add(id, subject, kind, value, basis, origin, by, clock.GetUtcNow())).Entity
                ),
            ct
        );
    }
}
