using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// A person ends an electronic address that a pleading of their own named for service: later documents do not come by it, what was
/// served stays served. One that stands in a form ends with the form.
/// </summary>
public sealed class EndDesignatedAddress(ICourtDb db, TimeProvider clock)
{
    public const string Reason = "本人不再用它接收送达";

    /// <exception cref="RefusedException"><c>service_address.not_designated</c>, <c>service_address.end_by_form</c>.</exception>
    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        var me = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        await db.Change(
            db.ServiceAddressesOf(me).Where(a => a.Id == id),
            ConfirmationErrors.NotDesignated,
            address =>
            {
                if (address.Basis == AddressBasis.Confirmed)
                    throw ConfirmationErrors.EndByForm();
                if (!address.IsDesignated)
                    throw ConfirmationErrors.NotDesignated();
                address.End(Reason, by, clock.GetUtcNow(), LiveTopic.Litigant(by.Id));
            },
            ct
        );
    }
}
