using Domain.Bindings;
using Domain.Calendar;
using Domain.Cases;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Bindings;

/// <summary>On the day after the last one of a power of attorney the agent sees the case no more.</summary>
public sealed class EndAuthorities(CourtDb db, LeavingCases leaving, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many ended.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var due = await db.Set<CaseAgent>()
            .AsNoTracking()
            .Where(a => a.EndsOn < today && a.EndedAt == null)
            .OrderBy(a => a.EndsOn)
            .Take(BatchSize)
            .Select(a => a.Id)
            .ToListAsync(ct);
        var ended = 0;
        foreach (var id in due)
            ended += await One(id, now, ct);
        return ended;
    }

    private async Task<int> One(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        db.Forget();
        var agent = await db.Set<CaseAgent>().SingleAsync(a => a.Id == id, ct);
        var binding = await db.Set<CaseBinding>().SingleOrDefaultAsync(b => b.AgentId == id && b.State == BindingState.Approved, ct);
        if (binding is null)
            agent.EndedAt ??= now; // of the trial system: nothing of ours to end with it
        else if (!binding.Expire(agent, now))
            return 0;
        await leaving.Leaves(agent, now, ct);
        return await db.SaveUnlessLost(ct) ? 1 : 0; // somebody ended it, or another host
    }
}

/// <summary>What was asked for did not come: the court goes on with what there is.</summary>
public sealed class LapseSupplements(CourtDb db, BindingSettings settings, ICalendars calendars, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many go on.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var due = await db.Set<CaseBinding>()
            .AsNoTracking()
            .Where(b => b.SupplementBy < today)
            .OrderBy(b => b.SupplementBy)
            .Take(BatchSize)
            .Select(b => b.Id)
            .ToListAsync(ct);
        var lapsed = 0;
        foreach (var id in due)
        {
            db.Forget();
            var binding = await db.Set<CaseBinding>().SingleAsync(b => b.Id == id, ct);
            // From the last day that was given, however late this looks.
            var ladder = settings.Ladder(await calendars.Current(ct), binding.SupplementBy ?? today);
            if (binding.LapseSupplement(ladder, now) && await db.SaveUnlessLost(ct))
                lapsed++;
        }

        return lapsed;
    }
}
