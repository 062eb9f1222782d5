using System.Security.Claims;
using System.Text.Encodings.Web;
using Domain.Partners;
using Domain.Shared;
using Infrastructure.Partners;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MiniProgramApi.Integration;

/// <summary>A partner by its access token, or by the client certificate that is registered for it.</summary>
internal sealed class PartnerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    PartnerTokens tokens,
    PartnerQueries partners,
    IntegrationOptions integration,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "partner";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            var caller =
                Request.Headers.Authorization is [{ } given] && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                    ? await ByToken(given[Bearer.Length..].Trim())
                    : await ByCertificate();
            if (caller is null)
                return AuthenticateResult.NoResult();
            Context.Features.Set(caller);
            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.PartnerId.ToString("N"))], Name);
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
        }
        catch (RefusedException refused)
        {
            Context.Features.Set(new PartnerRefusal(refused));
            return AuthenticateResult.Fail(refused.Code);
        }
    }

    private async Task<PartnerCaller> ByToken(string text)
    {
        var token = tokens.Read(text);
        var partner = await partners.Calling(token.PartnerId, Context.RequestAborted) ?? throw IntegrationErrors.TokenInvalid();
        Context.Features.Set(new NamedPartner(partner.Id));
        if (!partner.Keys.Exists(k => k.Id == token.KeyId && k.IsAlive(clock.GetUtcNow())))
            throw IntegrationErrors.TokenInvalid();
        return partner.Admit(token.Scopes, Context.Connection.RemoteIpAddress);
    }

    private async Task<PartnerCaller?> ByCertificate()
    {
        using var shown = ClientCertificates.Of(Context, integration);
        if (shown is null)
            return null;
        var hash = MakePartnerKey.HashOf(shown);
        var partner = await partners.ByCertificate(hash, Context.RequestAborted) ?? throw IntegrationErrors.CertificateUnknown();
        Context.Features.Set(new NamedPartner(partner.Id));
        if (!partner.Keys.Exists(k => k.Hash == hash && k.IsAlive(clock.GetUtcNow())))
            throw IntegrationErrors.CertificateUnknown();
        return partner.Admit(partner.Scopes, Context.Connection.RemoteIpAddress);
    }
}
