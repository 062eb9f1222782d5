using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>The clerk begins another way that people carry: mail, fax, handing over, public notice.</summary>
public sealed class TryByHand(ServiceDesk desk, ServiceLinks links)
{
    /// <param name="address">Postal address or fax number; empty for the other two.</param>
    /// <param name="basis">Whose address it is: the recipient's own word, or found.</param>
    /// <returns>The attempt; one that is under way by the same channel to the same address is not begun twice.</returns>
    /// <exception cref="RefusedException"><c>service.not_found</c>, <c>service.withdrawn</c>, <c>service_entry.other_channel</c>,
    /// <c>service_entry.address_missing</c>, <c>service_entry.already_trying</c>.</exception>
    public async Task<Guid> Handle(
        Guid serviceId,
        ServiceChannel channel,
        string address,
        AddressBasis basis,
        string origin,
        Actor by,
        CancellationToken ct
    )
    {
        if (!channel.IsByHand())
            throw ServiceEntryErrors.OtherChannel();
        address = channel is ServiceChannel.PublicNotice ? "" : TypedText.Storable(address);
        if (address.Length == 0 && channel is ServiceChannel.Post or ServiceChannel.Fax)
            throw ServiceEntryErrors.AddressMissing();
        if (address.Length > ServiceAttempt.AddressMaxLength)
            throw ServiceEntryErrors.AddressTooLong();
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
                id = service.Attempt(new PlannedWay(channel, address, basis, origin), null, links, by, now).Id;
            },
            ct
        );
        return id;
    }
}
