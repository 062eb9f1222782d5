using System.Threading.RateLimiting;
using Domain.Auditing;
using Domain.Organisation;
using Infrastructure.Callers;
using Infrastructure.Organisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Portal.App;

/// <summary>Sessions of staff: the cookie, how it ends, and the few endpoints that write it.</summary>
internal static class Sessions
{
    public const string SignInPath = "/sign-in";
    public const string PasswordPath = "/password";
    private const string AlivePath = "/session/alive";

    /// <summary>Tries per minute and address; a whole court may sit behind one address.</summary>
    private const int SignInsPerMinute = 120;

    public static void AddStaffSessions(this IServiceCollection services)
    {
        services.AddSingleton<SessionChecks>();
        services.AddScoped<AuthenticationStateProvider, StaffAuthenticationState>();
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Configure);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddReach();
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = async (rejected, ct) =>
            {
                rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
                await rejected.HttpContext.Response.WriteAsync("登录的人太多，请一分钟后再试。", ct);
            };
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                HttpMethods.IsPost(http.Request.Method) && http.Request.Path == SignInPath
                    ? RateLimitPartition.GetFixedWindowLimiter(
                        $"{http.Connection.RemoteIpAddress}",
                        _ => new() { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }
                    )
                    : RateLimitPartition.GetNoLimiter("")
            );
        });
    }

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/session").RequireReach(Feature.Account);
        session.MapPost("/alive", Alive);
        session.MapPost("/sign-out", SignOut);
        session.MapPost("/post", ToPost);
    }

    /// <summary>Begins a session and gives the browser its key.</summary>
    public static async Task SignInTo(this HttpContext http, Staff staff, PostRow post)
    {
        var key = await http
            .RequestServices.GetRequiredService<BeginStaffSession>()
            .Handle(
                staff,
                post.Id,
                DeviceName.Of(http.Request.Headers.UserAgent.ToString(), "浏览器"),
                Networks.Of(http.Connection.RemoteIpAddress),
                http.RequestAborted
            );
        await http.SignInAsync(StaffClaims.Cookie(key));
    }

    /// <returns>The address when it is one of ours, else the start page.</returns>
    public static string OwnAddress(string? address) =>
        address is "/" or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/";

    private static async Task<IResult> Alive(HttpContext http, StaffSessionQueries sessions)
    {
        await sessions.Seen(http.User.SessionId(), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> SignOut(
        HttpContext http,
        [FromForm] string? why,
        [FromForm] string? returnUrl,
        UseCaseRunner run,
        SessionChecks checks,
        IAudit audit
    )
    {
        var isIdle = why == "idle";
        var reason = isIdle ? StaffSessionEnd.Idle : StaffSessionEnd.SignedOut;
        var me = http.User.ToActor();
        await run.Try<EndStaffSession>((end, ct) => end.Handle(http.User.SessionId(), reason, me, ct));
        audit.Note(AuditEntry.Of(AuditKind.SignedOut, "退出登录", me, text: isIdle ? "无操作自动退出" : ""));
        checks.Forget();
        await http.SignOutAsync();
        return Results.LocalRedirect(
            isIdle ? $"{SignInPath}?why=idle&returnUrl={Uri.EscapeDataString(OwnAddress(returnUrl))}" : $"{SignInPath}?why=out"
        );
    }

    private static async Task<IResult> ToPost(
        HttpContext http,
        [FromForm] Guid post,
        [FromForm] string? returnUrl,
        SwitchPost switchPost,
        SessionChecks checks,
        CancellationToken ct
    )
    {
        await switchPost.Handle(http.User.SessionId(), post, http.User.ToActor(), ct);
        checks.Forget();
        return Results.LocalRedirect(OwnAddress(returnUrl));
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = SignInPath;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Cookie.Name = "portal";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = SessionChecks.Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = async context =>
        {
            var services = context.HttpContext.RequestServices;
            if (
                StaffClaims.KeyOf(context.Principal!) is { } key
                && StaffSession.HashOf(key) is var keyHash
                && await services.GetRequiredService<SessionChecks>().Find(keyHash, context.HttpContext.RequestAborted) is { } session
            )
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                context.ReplacePrincipal(StaffClaims.Principal(session, keyHash, now));
                return;
            }

            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        };
        // Only somebody at the keyboard prolongs a session; a page that polls or reconnects by itself does not.
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.HttpContext.Request.Path == AlivePath;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context =>
        {
            var isPage = HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor");
            if (isPage)
                context.Response.Redirect(context.RedirectUri);
            else
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            var asked = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"/not-found?from={Uri.EscapeDataString(asked)}");
            return Task.CompletedTask;
        };
    }
}
