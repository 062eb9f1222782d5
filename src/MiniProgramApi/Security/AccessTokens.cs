using System.Security.Claims;
using Domain.Litigants;
using Infrastructure.Litigants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace MiniProgramApi.Security;

/// <param name="ExpiresIn">Seconds, as is <paramref name="RefreshExpiresIn"/>.</param>
public sealed record Tokens(string AccessToken, long ExpiresIn, string RefreshToken, long RefreshExpiresIn, MeView Me);

/// <summary>Access tokens of the framework's kind; they name the session and the person, what they may do is asked at each call.</summary>
internal sealed class AccessTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider clock)
{
    public const string SessionClaim = "sid";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    public Tokens Issue(SignedIn signedIn) =>
        new(
            For(signedIn.Session.Id, signedIn.Litigant.Id),
            (long)Lifetime.TotalSeconds,
            signedIn.Token.ToString(),
            (long)(signedIn.Session.ExpiresAt - clock.GetUtcNow()).TotalSeconds,
            MeView.Of(signedIn.Litigant)
        );

    private string For(Guid session, Guid litigant)
    {
        var identity = new ClaimsIdentity(
            [new(SessionClaim, session.ToString("N")), new(ClaimTypes.NameIdentifier, litigant.ToString("N"))],
            Scheme
        );
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + Lifetime };
        return options
            .Get(Scheme)
            .BearerTokenProtector.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, $"{Scheme}:AccessToken"));
    }
}
