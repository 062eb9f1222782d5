using Domain.Shared;
using Domain.Uploads;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Uploads;

internal static class TusFilter
{
    private const int ChecksumMismatch = 460; // the protocol's own

    /// <summary>Statuses that the protocol names and refusals do not have.</summary>
    private static readonly Dictionary<string, int> s_statuses = new()
    {
        [UploadErrors.Version().Code] = StatusCodes.Status412PreconditionFailed,
        [UploadErrors.Expired().Code] = StatusCodes.Status410Gone,
        [UploadErrors.Locked().Code] = StatusCodes.Status423Locked,
        [UploadErrors.ChecksumMismatch().Code] = ChecksumMismatch,
    };

    /// <summary>WeChat sends no PATCH: a POST may say what it stands for. Nowhere else.</summary>
    public static void UseTusMethods(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api/v1/uploads"),
            uploads => uploads.UseHttpMethodOverride(new HttpMethodOverrideOptions())
        );

    /// <summary>Every answer says the version, refusals too, which lose their headers outside.</summary>
    public static async ValueTask<object?> Speak(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (request, response) = (call.HttpContext.Request, call.HttpContext.Response);
        response.Headers[Tus.Resumable] = Tus.Version;
        response.Headers.CacheControl = "no-store";
        try
        {
            // A JSON reader asks for the standing without speaking the protocol.
            if (!HttpMethods.IsGet(request.Method) && request.Headers[Tus.Resumable] != Tus.Version)
                throw UploadErrors.Version();
            return await next(call);
        }
        catch (RefusedException refused)
        {
            if (refused.Code == UploadErrors.Version().Code)
                response.Headers["Tus-Version"] = Tus.Version;
            if (refused.Code == UploadErrors.Locked().Code || refused.Refusal == Refusal.Unavailable)
                response.Headers.RetryAfter = "3";
            await call.HttpContext.Refuse(refused, s_statuses.TryGetValue(refused.Code, out var status) ? status : null);
            return Results.Empty;
        }
    }
}
