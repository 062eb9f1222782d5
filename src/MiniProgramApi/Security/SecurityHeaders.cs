namespace MiniProgramApi.Security;

internal static class SecurityHeaders
{
    /// <summary>Scripts, styles and connections of our own only. The H5 build sets styles on elements and has its icon font inside its CSS.</summary>
    private const string Page = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.XFrameOptions = "DENY";
            headers["Permissions-Policy"] = "geolocation=(), payment=(), usb=()";
            // Swagger UI, in Development only, has scripts in its page.
            if (!context.Request.Path.StartsWithSegments("/swagger")) headers.ContentSecurityPolicy = Page;
            return next(context);
        });
    }
}
