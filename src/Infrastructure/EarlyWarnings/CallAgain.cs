using Domain.EarlyWarnings;
using Domain.Shared;
using Domain.Supervision;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.EarlyWarnings;

/// <summary>Calls the next person for critical warnings that nobody took within the minutes allowed, by day and night.</summary>
public sealed class CallAgain(CourtDb db, SupervisionChains chains, EarlyWarningSettings settings, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many warnings were called out again.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<EarlyWarning>()
            .AsNoTracking()
            .Where(w => w.CallAgainAt <= now)
            .OrderBy(w => w.CallAgainAt)
            .Take(BatchSize)
            .Select(w => w.Id)
            .ToListAsync(ct);
        var called = 0;
        foreach (var id in due)
            called += await One(id, now, ct);
        return called;
    }

    private async Task<int> One(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        db.Forget();
        var warning = await db.Set<EarlyWarning>().SingleAsync(w => w.Id == id, ct);
        if (!warning.CallAgain(await chains.Of(warning.DivisionId, ct), settings.CallAgainAfter, now))
            return 0;
        return await db.SaveUnlessLost(ct) ? 1 : 0; // somebody took it, or another host called
    }
}
