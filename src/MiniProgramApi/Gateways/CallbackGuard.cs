using System.Net;
using System.Security.Cryptography;
using System.Text;
using Infrastructure.Callers;

namespace MiniProgramApi.Gateways;

/// <summary>Who may call back: whoever knows the path's secret, from an address that is listed. Everybody else finds nothing there.</summary>
/// <param name="setting">Where the addresses stand.</param>
internal sealed class CallbackGuard(string secretOfPath, string setting, IEnumerable<string> addresses)
{
    private readonly byte[] _secret = Hash(secretOfPath);
    private readonly List<IPNetwork> _networks = Networks.Read(setting, addresses);

    public bool Admits(string secret, IPAddress? address) =>
        (secretOfPath.Length > 0) & CryptographicOperations.FixedTimeEquals(_secret, Hash(secret)) & IsListed(address);

    /// <summary>Only Development starts with an empty list.</summary>
    private bool IsListed(IPAddress? address) => _networks.Count == 0 || (address is not null && _networks.Hold(address));

    // Hashed, so that not even the length shows in the time it takes.
    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
