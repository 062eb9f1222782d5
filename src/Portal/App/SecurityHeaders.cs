namespace Portal.App;

internal static class SecurityHeaders
{
    // Styles inline: BootstrapBlazor positions its menus with them. Scripts come from files only.
    private const string Content =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // A PDF in a frame of our own page; the browser's viewer is the only thing that runs.
    private const string Framed = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    var headers = http.Response.Headers;
                    var isFramed = http.GetEndpoint()?.Metadata.GetMetadata<FramedHere>() is not null;
                    headers.ContentSecurityPolicy = isFramed ? Framed : Content;
                    headers.XContentTypeOptions = "nosniff";
                    headers.XFrameOptions = isFramed ? "SAMEORIGIN" : "DENY";
                    headers["Referrer-Policy"] = "same-origin";
                    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    // Pages and files show people's data: nothing of them stays on a shared computer. Assets say themselves how long.
                    if (
                        headers.CacheControl.Count == 0
                        || http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
                    )
                        headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );
}

/// <summary>Marks an endpoint whose answer is shown in a frame of our own pages.</summary>
internal sealed class FramedHere;
