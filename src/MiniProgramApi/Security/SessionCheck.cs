using System.Security.Claims;

namespace MiniProgramApi.Security;

/// <summary>A token is worth what its session is worth now: a revoked one makes its caller a stranger.</summary>
internal sealed class SessionCheck(RequestDelegate next, Sessions sessions)
{
    public async Task Invoke(HttpContext context)
    {
        if (context.User.FindFirstValue(AccessTokens.SessionClaim) is { } text)
        {
            var caller = Guid.TryParseExact(text, "N", out var id) ? await sessions.Find(id, context.RequestAborted) : null;
            if (caller is null)
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            else
                context.Features.Set(caller);
        }

        await next(context);
    }
}
