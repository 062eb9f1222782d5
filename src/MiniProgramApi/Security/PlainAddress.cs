using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>No database column takes a NUL, and nobody means one in an address.</summary>
internal static class PlainAddress
{
    public static void UsePlainAddresses(this IApplicationBuilder app) =>
        app.Use((context, next) => IsPlain(context.Request) ? next(context) : context.Refuse(RequestErrors.Invalid()));

    private static bool IsPlain(HttpRequest request) =>
        !request.Path.Value!.Contains('\0', StringComparison.Ordinal)
        && !request.Query.Any(q =>
            q.Key.Contains('\0', StringComparison.Ordinal) || q.Value.ToString().Contains('\0', StringComparison.Ordinal)
        );
}
