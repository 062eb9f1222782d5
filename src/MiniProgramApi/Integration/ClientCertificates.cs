using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infrastructure.Callers;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace MiniProgramApi.Integration;

/// <summary>
/// The certificate of a caller: shown to this host, or handed on in <c>Integration:CertificateHeader</c> by a proxy of
/// <c>Proxy:Addresses</c>, which has seen that the caller holds its key. It is compared with the registered ones, whoever issued it.
/// </summary>
internal static class ClientCertificates
{
    public static void AskForCertificates(this ConfigureWebHostBuilder host, IntegrationOptions options)
    {
        if (options.ClientCertificates)
            host.ConfigureKestrel(o =>
                o.ConfigureHttpsDefaults(https =>
                {
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    https.AllowAnyClientCertificate(); // the registered ones are known one by one
                })
            );
    }

    /// <summary>Before the proxies' other headers are applied, while it is still to be seen who really calls: nobody else may name a certificate.</summary>
    public static void UseForwardedCertificates(this WebApplication app, IntegrationOptions options)
    {
        if (options.CertificateHeader.Length == 0)
            return;
        var proxies = Networks.Read(ProxySetup.Setting, app.Configuration.GetSection(ProxySetup.Setting).Get<string[]>() ?? []);
        app.Use(
            (context, next) =>
            {
                if (!proxies.Hold(context.Connection.RemoteIpAddress ?? IPAddress.None))
                    context.Request.Headers.Remove(options.CertificateHeader);
                return next(context);
            }
        );
    }

    /// <returns>Null where none is shown, or none that can be read.</returns>
    public static X509Certificate2? Of(HttpContext context, IntegrationOptions options)
    {
        if (options.CertificateHeader.Length > 0 && context.Request.Headers[options.CertificateHeader] is [{ Length: > 0 } text])
            return Read(text);
        return context.Connection.ClientCertificate;
    }

    /// <summary>PEM, percent-encoded as nginx and Envoy hand it on, or Base64 of the bare certificate.</summary>
    private static X509Certificate2? Read(string text)
    {
        try
        {
            var plain = Uri.UnescapeDataString(text);
            return plain.Contains("-----BEGIN", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPem(plain)
                : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text.Trim(':')));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
