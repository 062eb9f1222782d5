using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Keys;

/// <summary>
/// What encrypts the keys of cookies and tokens in the database, so that a copy of it signs nobody in: <c>Keys:Certificate</c>, and
/// <c>Keys:FormerCertificates:0</c> … for keys that an earlier one encrypted (they live 90 days).
/// </summary>
internal sealed record KeyCertificates(X509Certificate2? Current, IReadOnlyList<X509Certificate2> Former)
{
    /// <exception cref="SettingsException">A file cannot be read or holds no private key. That there is one is asked elsewhere.</exception>
    public static KeyCertificates From(IConfiguration settings, IHostEnvironment environment)
    {
        var former = settings.GetSection("Keys:FormerCertificates").Get<string[]>() ?? [];
        return new KeyCertificates(
            settings["Keys:Certificate"] is { Length: > 0 } file ? Read("Keys:Certificate", file) : null,
            [.. former.Select(f => Read("Keys:FormerCertificates", f))]
        );

        X509Certificate2 Read(string setting, string file)
        {
            try
            {
                return X509Certificate2.CreateFromPemFile(Path.Combine(environment.ContentRootPath, file));
            }
            catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
            {
                throw new SettingsException($"{setting}: {e.Message.ReplaceLineEndings(" ")}");
            }
        }
    }
}
