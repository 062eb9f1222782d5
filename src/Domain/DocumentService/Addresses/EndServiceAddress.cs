using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk ends an address that is wrong or no longer in use, with the reason.</summary>
public sealed class EndServiceAddress(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.Set<ServiceAddress>().Where(a => a.Id == id && db.ServableBy(by).Any(c => c.Id == a.CaseId)),
            ConfirmationErrors.AddressNotFound,
            address =>
            {
                if (address.EndedAt is not null)
                    throw ConfirmationErrors.AddressEnded();
                address.End(reason, by, clock.GetUtcNow());
            },
            ct
        );
}
