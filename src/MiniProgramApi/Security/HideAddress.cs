using System.Diagnostics;

namespace MiniProgramApi.Security;

/// <summary>For addresses with a token in them: a collector of traces sees the route, not the token.</summary>
internal static class HideAddress
{
    public static TBuilder HidesAddress<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(
            (context, next) =>
            {
                var route = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                Activity.Current?.SetTag("url.path", route);
                return next(context);
            }
        );
}
