using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MiniProgramApi.Gateways;

/// <summary>Who may call back: whoever knows the path's secret, from an address that is listed. Everybody else finds nothing there.</summary>
internal sealed class CallbackGuard(string secretOfPath, IEnumerable<string> addresses)
{
    private readonly byte[] _secret = Hash(secretOfPath);
    private readonly List<IPNetwork> _networks = [.. addresses.Select(Network)];

    public bool Admits(string secret, IPAddress? address) =>
        (secretOfPath.Length > 0) & CryptographicOperations.FixedTimeEquals(_secret, Hash(secret)) & IsListed(address);

    /// <summary>Only Development starts with an empty list.</summary>
    private bool IsListed(IPAddress? address)
    {
        if (_networks.Count == 0)
            return true;
        if (address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Any(n => n.Contains(plain));
    }

    private static IPNetwork Network(string text) =>
        text.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(text)
        : IPAddress.Parse(text) is var address ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : default;

    // Hashed, so that not even the length shows in the time it takes.
    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
