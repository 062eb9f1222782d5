using System.Security.Cryptography;
using System.Text;
using Domain.Litigants;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Keys;

/// <summary>HMAC-SHA256 of ID numbers under <c>Identity:Secret</c>, which every host of an installation shares.</summary>
public sealed class IdentityKeys(byte[] secret) : IIdentityKeys
{
    private const string DevelopmentSecret = "only for development: the demo data's keys are made with it";

    public IdentityKeys(IConfiguration configuration, IHostEnvironment environment)
        : this(Secret(configuration, environment)) { }

    public string For(string idNumber) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(idNumber)));

    /// <exception cref="SettingsException">There is none, or a short one.</exception>
    internal static byte[] Secret(IConfiguration configuration, IHostEnvironment environment)
    {
        var secret = configuration["Identity:Secret"] ?? (environment.IsDevelopment() ? DevelopmentSecret : null);
        return secret is { Length: >= 32 }
            ? Encoding.UTF8.GetBytes(secret)
            : throw new SettingsException("Identity:Secret of at least 32 characters is required outside Development.");
    }
}
