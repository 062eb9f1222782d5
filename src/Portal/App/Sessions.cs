using System.Threading.RateLimiting;
using Domain.Organisation;
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
        services.AddMemoryCache();
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

    /// <summary>Who has to change the password gets no other page first.</summary>
    public static void UsePasswordChangeFirst(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                var path = http.Request.Path;
                var isPage =
                    HttpMethods.IsGet(http.Request.Method)
                    && http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>()
                        is not null;
                if (
                    !isPage
                    || path == PasswordPath
                    || path == SignInPath
                    || http.User.FindFirst(StaffClaims.MustChangePassword)?.Value != "1"
                )
                    return next(http);
                http.Response.Redirect(PasswordPath);
                return Task.CompletedTask;
            }
        );

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/session").RequireReach(Feature.Account);
        session.MapPost("/alive", () => Results.NoContent());
        session.MapPost("/sign-out", SignOut);
        session.MapPost("/post", SwitchPost);
    }

    /// <summary>Writes the cookie.</summary>
    public static Task SignInTo(this HttpContext http, Staff staff, PostRow post, DateTimeOffset signedInAt, DateTimeOffset now) =>
        http.SignInAsync(StaffClaims.Principal(staff, post, signedInAt, now));

    /// <returns>The address when it is one of ours, else the start page.</returns>
    public static string OwnAddress(string? address) =>
        address is "/" or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/";

    private static async Task<IResult> SignOut(HttpContext http, [FromForm] string? why, [FromForm] string? returnUrl)
    {
        await http.SignOutAsync();
        return Results.LocalRedirect(
            why == "idle" ? $"{SignInPath}?why=idle&returnUrl={Uri.EscapeDataString(OwnAddress(returnUrl))}" : $"{SignInPath}?why=out"
        );
    }

    private static async Task<IResult> SwitchPost(
        HttpContext http,
        [FromForm] Guid post,
        StaffQueries queries,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var me = http.User.ToActor();
        var staff = await queries.Active(me.Id, ct);
        var chosen = (await queries.Posts(me.Id, ct)).SingleOrDefault(p => p.Id == post);
        if (staff is not null && chosen is not null)
            await http.SignInTo(staff, chosen, http.User.BegunAt(), clock.GetUtcNow());
        return Results.LocalRedirect("/");
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
            if (await context.HttpContext.RequestServices.GetRequiredService<SessionChecks>().MayGoOn(context.Principal!))
                return;
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
            context.Response.Redirect("/not-found");
            return Task.CompletedTask;
        };
    }
}
