using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.Features;

namespace MiniProgramApi.Security;

internal static class HubToken
{
    /// <summary>A browser cannot put a header on a WebSocket, so the H5 client sends the token in the query. That query stays out of logs and traces.</summary>
    public static Task FromQuery(MessageReceivedContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/hubs"))
            return Task.CompletedTask;
        context.HttpContext.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("url.query", null);
        if (context.Request.Query["access_token"] is [{ Length: > 0 } token])
            context.Token = token;
        return Task.CompletedTask;
    }
}
