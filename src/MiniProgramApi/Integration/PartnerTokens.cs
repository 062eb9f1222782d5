using System.Globalization;
using System.Security.Cryptography;
using Domain.Partners;
using Domain.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace MiniProgramApi.Integration;

/// <summary>What a token says. What the partner may do now is asked at each call; the token only narrows it.</summary>
internal sealed record PartnerToken(Guid PartnerId, Guid KeyId, IReadOnlyList<PartnerScope> Scopes);

/// <summary>Short-lived access tokens of partners, sealed by the keys of cookies under a purpose of their own: they open nothing else.</summary>
internal sealed class PartnerTokens(IDataProtectionProvider protection, IntegrationOptions options, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("integration-tokens");

    public string Issue(PartnerToken token)
    {
        var until = (clock.GetUtcNow() + options.TokenLifetime).ToUnixTimeSeconds();
        var scopes = string.Join(' ', token.Scopes.Select(s => s.Code()));
        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{token.PartnerId:N}|{token.KeyId:N}|{until}|{scopes}"));
    }

    /// <exception cref="RefusedException">It is none of ours, or its time is over.</exception>
    public PartnerToken Read(string text)
    {
        try
        {
            var parts = _protector.Unprotect(text).Split('|');
            var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
            if (until <= clock.GetUtcNow())
                throw IntegrationErrors.TokenExpired();
            var scopes = parts[3].Split(' ').Select(PartnerWords.ReadScope).OfType<PartnerScope>();
            return new PartnerToken(Guid.ParseExact(parts[0], "N"), Guid.ParseExact(parts[1], "N"), [.. scopes]);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or IndexOutOfRangeException)
        {
            throw IntegrationErrors.TokenInvalid();
        }
    }
}
