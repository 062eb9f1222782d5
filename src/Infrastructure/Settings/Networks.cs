using System.Net;

namespace Infrastructure.Settings;

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

    private static IPNetwork One(string setting, string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingsException($"{setting}: {text} is no address and no network.");
}
