using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.EarlyWarnings;

/// <summary>What the city's list of words and a court's own share when they are changed.</summary>
internal static class WarningWordChanges
{
    /// <param name="version">Of the list that the person saw; 0 before the first change. Over another one nobody has decided.</param>
    /// <returns>The stored one; the one it begins with before the first change.</returns>
    public static async Task<WarningWordList> WordsAsSeen(
        this IQueryable<WarningWordList> lists,
        Guid id,
        long version,
        CancellationToken ct
    )
    {
        var list = await lists.SingleOrDefaultAsync(l => l.Id == id, ct) ?? WarningWordList.Of(id);
        return list.Version == version ? list : throw EarlyWarningErrors.WordsChanged();
    }

    /// <summary>In the save of whoever calls.</summary>
    public static async Task ChangeWords(this ICourtDb db, Guid id, long version, Action<WarningWordList> change, CancellationToken ct)
    {
        var list = await db.Set<WarningWordList>().WordsAsSeen(id, version, ct);
        var isNew = list.Version == 0;
        change(list);
        if (isNew)
            db.Set<WarningWordList>().Add(list);
    }
}
