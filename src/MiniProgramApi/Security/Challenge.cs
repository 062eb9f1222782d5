using Domain.Litigants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using MiniProgramApi.Integration;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>Says why a caller is not let in: no token, or one that has expired.</summary>
internal sealed class Challenge : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        // Nothing of ours lies behind a path that does not exist, or the framework's own 405 and 415.
        if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint)
        {
            await next(context);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is { } needs)
        {
            await context.RefusePartner(needs, authorizeResult);
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        var isExpired = (await context.AuthenticateAsync()).Failure?.Message == "Token expired";
        await context.Refuse(isExpired ? LitigantErrors.TokenExpired() : LitigantErrors.SignInRequired());
    }
}
