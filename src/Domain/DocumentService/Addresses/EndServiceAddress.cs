using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk ends an address that is wrong or no longer in use, with the reason.</summary>
public sealed class EndServiceAddress(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, string reason, Actor by, CancellationToken ct)
    {
        var address =
            await db.Set<ServiceAddress>().SingleOrDefaultAsync(a => a.Id == id && db.ServableBy(by).Any(c => c.Id == a.CaseId), ct)
            ?? throw ConfirmationErrors.AddressNotFound();
        if (address.EndedAt is not null)
            throw ConfirmationErrors.AddressEnded();
        address.End(reason, by, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw ConfirmationErrors.AddressEnded(); // a colleague or a new form ended it at this moment
        }
    }
}
