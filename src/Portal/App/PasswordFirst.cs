using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Portal.App;

/// <summary>Whose password has run out reaches nothing but the page that changes it, and the way out.</summary>
internal static class PasswordFirst
{
    private static readonly PathString[] s_open = [Sessions.PasswordPath, "/session/sign-out"];

    public static void UsePasswordChangeFirst(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (http.User.FindFirst(StaffClaims.MustChangePassword)?.Value != "1" || IsOpen(http))
                    return next(http);
                if (HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                {
                    http.Response.Redirect(Sessions.PasswordPath);
                    return Task.CompletedTask;
                }

                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                http.Response.ContentType = "text/plain; charset=utf-8";
                return http.Response.WriteAsync("密码已到期，请先修改密码。", http.RequestAborted);
            }
        );

    private static bool IsOpen(HttpContext http) =>
        s_open.Contains(http.Request.Path)
        || http.GetEndpoint() is null
        || http.GetEndpoint()!.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
