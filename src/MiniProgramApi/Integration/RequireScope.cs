using System.Globalization;
using Domain.Partners;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Integration;

/// <summary>In an endpoint's metadata: partners with this scope may call it, and nobody else.</summary>
internal sealed record NeedsScope(PartnerScope Scope);

internal static class RequiringScope
{
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, PartnerScope scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .RequireAuthorization(
                new AuthorizationPolicyBuilder(PartnerAuthentication.Name)
                    .RequireAuthenticatedUser()
                    .RequireAssertion(c => c.Resource is HttpContext http && PartnerCaller.Of(http)?.Scopes.Contains(scope) == true)
                    .Build()
            )
            .WithMetadata(new NeedsScope(scope));

    /// <summary>RFC 6750, 3: what is wrong stands in the header too.</summary>
    public static Task RefusePartner(this HttpContext context, NeedsScope needs, PolicyAuthorizationResult result)
    {
        var refused =
            result.Forbidden ? IntegrationErrors.ScopeMissing(needs.Scope.Code())
            : context.Features.Get<PartnerRefusal>() is { } known ? known.Refused
            : IntegrationErrors.TokenMissing();
        var error =
            result.Forbidden ? $", error=\"insufficient_scope\", scope=\"{needs.Scope.Code()}\""
            : context.Features.Get<PartnerRefusal>() is not null ? ", error=\"invalid_token\""
            : "";
        context.Response.Headers.WWWAuthenticate = string.Create(CultureInfo.InvariantCulture, $"Bearer realm=\"integration\"{error}");
        return context.Refuse(refused);
    }
}
