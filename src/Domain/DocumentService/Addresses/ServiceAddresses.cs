using Domain.Shared;

namespace Domain.DocumentService;

public static class ServiceAddresses
{
    /// <summary>As screens and the trace show the address of a way; empty for a channel without one.</summary>
    public static string Mask(ServiceChannel channel, string address) =>
        (channel, address.Length) switch
        {
            (_, 0) => "",
            (ServiceChannel.SmsLink or ServiceChannel.Voice or ServiceChannel.Fax, _) => Masking.Phone(address),
            (ServiceChannel.Email, _) => Masking.Email(address),
            (ServiceChannel.Post or ServiceChannel.InPerson, _) => Masking.Address(address),
            _ => "",
        };

    /// <summary>The channels that an address serves.</summary>
    public static IReadOnlyList<ServiceChannel> ChannelsOf(AddressKind kind) =>
        kind switch
        {
            AddressKind.Mobile => [ServiceChannel.SmsLink, ServiceChannel.Voice],
            AddressKind.Email => [ServiceChannel.Email],
            AddressKind.Fax => [ServiceChannel.Fax],
            _ => [ServiceChannel.Post],
        };
}
