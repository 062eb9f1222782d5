using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>The clerk begins another way that people carry: mail, fax, handing over.</summary>
public sealed class TryByHand(ICourtDb db, ServiceDesk desk, ServiceLinks links)
{
    /// <param name="address">Postal address or fax number; empty for handing over.</param>
    /// <param name="origin">Where the court found a typed address. Basis and origin of one on record are the record's: nobody offers an
    /// address by a clerk's typing it.</param>
    /// <param name="isVerified">The clerk has seen that a typed address is the recipient's own (户籍登记, a call): refused at another, mail serves
    /// nobody.</param>
    /// <returns>The attempt; one that is under way by the same channel to the same address is not begun twice.</returns>
    /// <exception cref="RefusedException"><c>service.not_found</c>, <c>service.withdrawn</c>, <c>service_entry.other_channel</c>,
    /// <c>service_entry.address_missing</c>, <c>service_entry.fax_number_invalid</c>, <c>service_entry.already_trying</c>.</exception>
    public async Task<Guid> Handle(
        Guid serviceId,
        ServiceChannel channel,
        string address,
        string origin,
        bool isVerified,
        Actor by,
        CancellationToken ct
    )
    {
        if (!channel.IsByHand() || channel == ServiceChannel.PublicNotice) // which has conditions: DraftPublicNotice
            throw ServiceEntryErrors.OtherChannel();
        address = TypedText.Storable(address);
        if (address.Length == 0 && channel is ServiceChannel.Post or ServiceChannel.Fax)
            throw ServiceEntryErrors.AddressMissing();
        if (address.Length > ServiceAttempt.AddressMaxLength)
            throw ServiceEntryErrors.AddressTooLong();
        if (channel == ServiceChannel.Fax)
            address = PhoneNumber.TryRead(address, out var line, out _) ? line : throw ServiceEntryErrors.FaxNumberInvalid();
        var known = await OnRecord(serviceId, channel, address, ct);
        var from = known?.Origin ?? TypedText.Storable(origin);
        var typed = isVerified || channel == ServiceChannel.InPerson ? AddressBasis.Found : AddressBasis.Unconfirmed;
        var basis = known?.Basis ?? typed;
        var id = Guid.Empty;
        await desk.Change(
            serviceId,
            by,
            (service, now) =>
            {
                if (
                    service.Attempts.Exists(a =>
                        a.Channel == channel && a.Address == address && a.State is AttemptState.Queued or AttemptState.Sent
                    )
                )
                    throw ServiceEntryErrors.AlreadyTrying();
                id = service.Attempt(new PlannedWay(channel, address, basis, from), null, links, by, now).Id;
            },
            ct
        );
        return id;
    }

    private async Task<ServiceAddress?> OnRecord(Guid serviceId, ServiceChannel channel, string address, CancellationToken ct)
    {
        if (address.Length == 0)
            return null;
        var kind = channel == ServiceChannel.Fax ? AddressKind.Fax : AddressKind.Postal;
        return await (
            from a in db.Set<ServiceAddress>().AsNoTracking()
            join s in db.Set<Service>()
                on new
                {
                    a.CaseId,
                    a.PartyId,
                    a.AgentId,
                } equals new
                {
                    s.CaseId,
                    s.PartyId,
                    s.AgentId,
                }
            where s.Id == serviceId && a.Kind == kind && a.Value == address && a.EndedAt == null
            orderby a.AddedAt descending
            select a
        ).FirstOrDefaultAsync(ct);
    }
}
