using Domain.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Primitives;
using Portal.Shared;

namespace Portal.App;

/// <summary>A value in an address or form that cannot be read is refused in Chinese, with a stable code, in every environment.</summary>
internal static class BadAddresses
{
    public static void RefuseBadAddresses(this IServiceCollection services) =>
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);

    public static void UseBadAddresses(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!IsPlain(context.Request) || IsNoForm(context) || !await IsPlainForm(context.Request, context.RequestAborted))
                {
                    await Refuse(context);
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

    /// <summary>A page that was open for too long, or whose cookies are blocked. Whatever else sends it did not have the page.</summary>
    public static void UseFreshPages(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                    ? Refuse(context, AddressErrors.PageExpired())
                    : next(context)
        );

    /// <summary>Pages take forms only.</summary>
    private static bool IsNoForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && !context.Request.HasFormContentType
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>No database column takes a NUL, and nobody means one.</summary>
    private static bool IsPlain(HttpRequest request) =>
        !HoldsNul(request.Path.Value) && !request.Query.Any(q => HoldsNul(q.Key) || HoldsNul(q.Value));

    /// <summary>What is read here once is there for whoever reads it later.</summary>
    private static async Task<bool> IsPlainForm(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return true;
        try
        {
            var form = await request.ReadFormAsync(ct);
            return !form.Any(f => HoldsNul(f.Key) || HoldsNul(f.Value)) && !form.Files.Any(f => HoldsNul(f.Name) || HoldsNul(f.FileName));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return false; // cut off, too much of it, in UTF-7, or no form at all
        }
    }

    private static bool HoldsNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static bool HoldsNul(StringValues values) => values.Any(HoldsNul);

    private static Task Refuse(HttpContext context) => Refuse(context, AddressErrors.Invalid());

    private static Task Refuse(HttpContext context, RefusedException refused)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(RefusedSheet.Html("没能打开", refused.Message, refused.Code), context.RequestAborted);
    }
}
