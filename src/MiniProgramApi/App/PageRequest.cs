using Infrastructure.Paging;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.App;

/// <summary>What every list of the API is asked for: <c>?cursor=&amp;limit=</c>.</summary>
internal static class PageRequest
{
    private const int LargestPage = 100;

    /// <param name="list">Of <see cref="LitigantLists"/>.</param>
    /// <returns>Where the list goes on; null begins with the first page.</returns>
    /// <exception cref="Domain.Shared.RefusedException"><c>request.cursor_invalid</c>, <c>request.invalid</c>.</exception>
    public static Cursor? After(string? cursor, int limit, string list)
    {
        if (limit is < 1 or > LargestPage)
            throw RequestErrors.Invalid();
        if (string.IsNullOrEmpty(cursor))
            return null;
        return Cursor.TryRead(cursor, out var after, list) ? after : throw RequestErrors.CursorInvalid();
    }
}
