using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Calendar;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>
/// When the working days change, the last days of limits that still run are counted anew, and public notices that have not run out.
/// What has passed stays. Stopped in the middle it begins again: what is counted already does not change twice.
/// </summary>
public sealed class RecountServiceLimits(CourtDb db, ConcludeServices conclude, CalendarCache calendars, TimeProvider clock)
{
    private const int ChunkSize = 200;

    /// <summary>All that was asked for until now.</summary>
    /// <returns>How many services changed.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var moved = 0;
        while (
            await db.Set<RecountRequest>()
                .Where(r => r.LimitsDoneAt == null)
                .OrderBy(r => r.Id)
                .Select(r => new { r.Id, r.Reason })
                .FirstOrDefaultAsync(ct)
                is { } asked
        )
        {
            calendars.Renew(); // another host may have changed it
            moved += await RunningLimits(asked.Reason, ct) + await RunningNotices(ct);
            db.Forget();
            var request = await db.Set<RecountRequest>().SingleAsync(r => r.Id == asked.Id, ct);
            request.LimitsDone(clock.GetUtcNow());
            await db.SaveUnlessLost(ct); // when the other clocks are counted at this moment it is marked in the next round
        }

        return moved;
    }

    private async Task<int> RunningLimits(string why, CancellationToken ct)
    {
        var (moved, last, after) = (0, ChinaTime.DayOf(clock.GetUtcNow()), Guid.Empty);
        var today = last;
        while (true)
        {
            var (day, id) = (last, after);
            var chunk = await db.Set<ServiceCopy>()
                .AsNoTracking()
                .Where(c => c.LimitEndsOn >= day && (c.LimitEndsOn > day || c.Id > id))
                .OrderBy(c => c.LimitEndsOn)
                .ThenBy(c => c.Id)
                .Select(c => new
                {
                    c.Id,
                    c.ServiceId,
                    c.LimitEndsOn,
                })
                .Take(ChunkSize)
                .ToListAsync(ct);
            if (chunk.Count == 0)
                return moved;
            var calendar = await calendars.Current(ct);
            moved += await Change(
                [.. chunk.Select(c => c.ServiceId).Distinct()],
                services =>
                {
                    var now = clock.GetUtcNow();
                    foreach (var service in services)
                    {
                        foreach (var copy in service.Copies.Where(c => c.LimitEndsOn >= today))
                            service.RecountLimit(copy, calendar, why, now);
                    }

                    return Task.CompletedTask;
                },
                ct
            );
            (last, after) = (chunk[^1].LimitEndsOn!.Value, chunk[^1].Id);
        }
    }

    /// <summary>Public notices whose day has not come.</summary>
    private async Task<int> RunningNotices(CancellationToken ct)
    {
        var (moved, after) = (0, Guid.Empty);
        while (true)
        {
            var id = after;
            var chunk = await db.Set<Service>()
                .AsNoTracking()
                .Where(s => s.ConcludesAt != null && s.State == ServiceState.InNotice && s.Id > id)
                .OrderBy(s => s.Id)
                .Select(s => s.Id)
                .Take(ChunkSize)
                .ToListAsync(ct);
            if (chunk.Count == 0)
                return moved;
            moved += await Change(chunk, services => conclude.Update(services, clock.GetUtcNow(), ct), ct);
            after = chunk[^1];
        }
    }

    /// <returns>How many services have changed.</returns>
    private async Task<int> Change(IReadOnlyCollection<Guid> ids, Func<List<Service>, Task> recount, CancellationToken ct)
    {
        db.Forget();
        // Tried again when somebody opened or signed meanwhile.
        return await db.Change(
            async () =>
            {
                var services = await db.Set<Service>()
                    .Where(s => ids.Contains(s.Id))
                    .Include(s => s.Copies)
                    .Include(s => s.Attempts)
                    .AsSplitQuery()
                    .ToListAsync(ct);
                var before = services.ToDictionary(s => s.Id, s => s.ConcludesAt);
                await recount(services);
                return services.Count(s => s.Facts.Count > 0 || s.ConcludesAt != before[s.Id]);
            },
            ct
        );
    }
}
