using System.Net;
using System.Net.Sockets;
using Domain.Partners;
using Infrastructure.Callers;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Partners.Webhooks;

/// <summary>A push was asked to go where none may go.</summary>
public sealed class AddressRefusedException() : Exception("The address is not allowed.");

/// <summary>
/// Where pushes may go: public addresses by https, and private ones that are listed. A name is looked up when the connection is made, and
/// the connection goes to an address that was looked at, so that a name which leads elsewhere the next moment leads nowhere.
/// </summary>
public sealed class WebhookAddresses(WebhookOptions options, IHostEnvironment environment) : IWebhookAddresses
{
    private static readonly List<IPNetwork> s_private =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/96", // unspecified, loopback, and the old way of naming an IPv4 address
            "64:ff9b::/96", // NAT64 and the next two lead to an IPv4 address
            "64:ff9b:1::/48",
            "2002::/16",
            "2001::/32",
            "2001:db8::/32",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private readonly List<IPNetwork> _allowed = Networks.Read("Webhooks:AllowedNetworks", options.AllowedNetworks);

    public bool MayBe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && uri.Scheme == Uri.UriSchemeHttp))
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && (!IPAddress.TryParse(uri.DnsSafeHost, out var address) || MayBe(address));

    public bool MayBe(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _allowed.Hold(plain) || !s_private.Hold(plain);
    }

    /// <summary>Of the connections of pushes.</summary>
    /// <exception cref="AddressRefusedException">No address of that name is allowed.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var named = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = named.Where(MayBe).ToArray();
        if (allowed.Length == 0)
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
