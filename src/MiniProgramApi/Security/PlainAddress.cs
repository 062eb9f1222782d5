using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>No database column takes a NUL, and nobody means one in an address; nor means anybody one that is longer than a page.</summary>
internal static class PlainAddress
{
    /// <summary>Characters of path and query.</summary>
    private const int Longest = 8 * 1024;

    /// <summary>What Kestrel reads of an address before it breaks off without a word: more than is refused here with one.</summary>
    public const int Read = 64 * 1024;

    public static void UsePlainAddresses(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                IsTooLong(context.Request) ? context.Refuse(RequestErrors.AddressTooLong(), StatusCodes.Status414UriTooLong)
                : IsPlain(context.Request) ? next(context)
                : context.Refuse(RequestErrors.Invalid())
        );

    private static bool IsTooLong(HttpRequest request) => request.Path.Value!.Length + request.QueryString.Value!.Length > Longest;

    private static bool IsPlain(HttpRequest request) =>
        !request.Path.Value!.Contains('\0', StringComparison.Ordinal)
        && !request.Query.Any(q =>
            q.Key.Contains('\0', StringComparison.Ordinal) || q.Value.ToString().Contains('\0', StringComparison.Ordinal)
        );
}
