using Portal.Shared;

namespace Portal.App;

/// <summary>A value in an address that cannot be read is refused in Chinese, with a stable code, in every environment.</summary>
internal static class BadAddresses
{
    public static void RefuseBadAddresses(this IServiceCollection services) =>
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);

    public static void UseBadAddresses(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (context.Request.Query.Any(value => value.Value.ToString().Contains('\0', StringComparison.Ordinal)))
                {
                    await Refuse(context); // no database holds it
                    return;
                }

                try
                {
                    await next(context);
                }
                catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status400BadRequest && !context.Response.HasStarted)
                {
                    await Refuse(context);
                }
            }
        );

    private static Task Refuse(HttpContext context)
    {
        var refused = AddressErrors.Invalid();
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(RefusedSheet.Html("没能打开", refused.Message, refused.Code), context.RequestAborted);
    }
}
