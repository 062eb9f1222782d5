using System.Net;
using System.Net.Sockets;
using Infrastructure.Settings;

namespace Infrastructure.Callers;

/// <summary>Addresses and networks of a setting: <c>10.0.0.7</c>, <c>10.0.0.0/8</c>.</summary>
public static class Networks
{
    /// <exception cref="SettingsException">One is neither.</exception>
    public static List<IPNetwork> Read(string setting, IEnumerable<string> texts) => [.. texts.Select(text => One(setting, text))];

    public static bool Hold(this IEnumerable<IPNetwork> networks, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(n => n.Contains(plain));
    }

    /// <returns>What counts as one source: an address, or the /64 that a household or office has of the newer ones.</returns>
    public static string Of(IPAddress? address)
    {
        var plain = address ?? IPAddress.None;
        if (plain.IsIPv4MappedToIPv6)
            plain = plain.MapToIPv4();
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8))
            : plain.ToString();
    }

    private static IPNetwork One(string setting, string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingsException($"{setting}: {text} is no address and no network.");
}
