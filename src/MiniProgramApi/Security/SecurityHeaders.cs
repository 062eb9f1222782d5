namespace MiniProgramApi.Security;

internal static class SecurityHeaders
{
    /// <summary>Scripts, styles and connections of our own only. The H5 build sets styles on elements and has its icon font inside its CSS.</summary>
    private const string Page =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                context.Response.OnStarting(() =>
                {
                    // What nobody says otherwise of is somebody's: nothing of it stays on a shared computer. The H5 build says itself how long.
                    if (headers.CacheControl.Count == 0)
                        headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers.XFrameOptions = "DENY";
                headers["Permissions-Policy"] = "geolocation=(), payment=(), usb=()";
                // Swagger UI, in Development only, has scripts in its page.
                if (!context.Request.Path.StartsWithSegments("/swagger"))
                    headers.ContentSecurityPolicy = Page + Connections(context.Request);
                return next(context);
            }
        );
    }

    /// <summary>Older Safari does not count a WebSocket of the same host as 'self'.</summary>
    private static string Connections(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        var isPlain = host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']');
        return isPlain ? $"; connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{host}" : "; connect-src 'self'";
    }
}
