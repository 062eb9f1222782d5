using Domain.CityChanges;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.CityChanges;

/// <summary>Changes for the whole city (全市变更) as their page and the pages of what they change show them.</summary>
public sealed class CityChangeQueries(CourtDb db)
{
    /// <summary>What waits for a second person, and what is approved and not in force yet: urgent ones first, then the oldest.</summary>
    public Task<List<CityChange>> Open(Actor by, CancellationToken ct) =>
        db.CityChangesVisibleTo(by)
            .AsNoTracking()
            .Where(c => c.EndedAt == null)
            .OrderByDescending(c => c.IsUrgent)
            .ThenBy(c => c.AskedAt)
            .ThenBy(c => c.Id)
            .ToListAsync(ct);

    /// <summary>The newest first.</summary>
    public async Task<Page<CityChange>> Ended(Cursor? after, Actor by, CancellationToken ct)
    {
        var ended = db.CityChangesVisibleTo(by).AsNoTracking().Where(c => c.EndedAt != null);
        var rows = await ended.NewestFirst(after, c => c.EndedAt!.Value, c => c.Id).ToListAsync(ct);
        return Page<CityChange>.Of(rows, c => new Cursor(c.EndedAt!.Value, c.Id));
    }

    /// <summary>What waits there is told to whoever looks at the page, also at other courts: they ask for nothing, but they read what holds.</summary>
    public Task<List<string>> WaitingIn(CityChangeArea area, CancellationToken ct) =>
        db.Set<CityChange>().Where(c => c.EndedAt == null && c.Area == area).OrderBy(c => c.AskedAt).Select(c => c.What).ToListAsync(ct);

    /// <summary>How many others may approve what this person asks for.</summary>
    public Task<int> OtherApprovers(Actor by, CancellationToken ct) => db.CityApprovers(by.Id).CountAsync(ct);
}
