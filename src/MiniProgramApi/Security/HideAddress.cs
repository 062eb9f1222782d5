using System.Diagnostics;

namespace MiniProgramApi.Security;

/// <summary>For addresses with a token or a case number in them: a collector of traces sees the route, not that.</summary>
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
