using Domain.Calendar;
using Domain.Shared;
using Infrastructure.Calendar;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Supervision;

/// <summary>
/// Counts the open deadlines anew when a <see cref="RecountRequest"/> asks for it, chunk by chunk; a restart goes on where it
/// was. Also gives a clock to what was open before clocks were kept.
/// </summary>
public sealed class RecountDeadlines(CourtDb db, IEnumerable<ISupervisedKind> kinds, CalendarCache calendars, TimeProvider clock)
{
    private const int ChunkSize = 500;

    /// <summary>All that was asked for until now.</summary>
    /// <returns>How many deadlines moved.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var moved = 0;
        while (
            await db.Set<RecountRequest>()
                .AsNoTracking()
                .Where(r => r.DoneAt == null)
                .OrderBy(r => r.RequestedAt)
                .Select(r => (Guid?)r.Id)
                .FirstOrDefaultAsync(ct)
                is { } id
        )
        {
            calendars.Renew(); // another host may have changed it
            while (await Chunk(id, ct) is { } part)
                moved += part;
        }

        return moved;
    }

    /// <summary>Asks for a clock for what has none: once, at the first start after an update.</summary>
    public async Task AskForMissingClocks(CancellationToken ct)
    {
        if (await db.Set<RecountRequest>().AnyAsync(r => r.DoneAt == null, ct))
            return;
        foreach (var kind in kinds)
        {
            if (!await kind.AnyWithoutClock(db, ct))
                continue;
            db.Set<RecountRequest>()
                .Add(
                    new RecountRequest
                    {
                        RequestedAt = clock.GetUtcNow(),
                        Reason = "补记督办期限",
                        RequestedById = Actor.System.Id,
                    }
                );
            await db.SaveChangesAsync(ct);
            return;
        }
    }

    /// <returns>How many moved; null when the request is done.</returns>
    private async Task<int?> Chunk(Guid requestId, CancellationToken ct)
    {
        db.Forget();
        // Tried again when an order of the chunk was handled meanwhile, or another host counts too.
        return await db.Change<int?>(
            async () =>
            {
                var request = await db.Set<RecountRequest>().SingleAsync(r => r.Id == requestId, ct);
                return request.DoneAt is null ? await Recount(request, ct) : null;
            },
            ct
        );
    }

    private async Task<int> Recount(RecountRequest request, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var now = clock.GetUtcNow();
        foreach (var kind in kinds.SkipWhile(k => request.Kind is { } at && k.Name != at))
        {
            var open = await kind.Open(db, request.Kind == kind.Name ? request.After : Guid.Empty, ChunkSize, ct);
            if (open.Count == 0)
                continue;
            var moved = open.Count(o => o.Recount(calendar, kind.LimitsOf(o), now));
            request.Progress(kind.Name, open[^1].Id, open.Count, moved);
            return moved;
        }

        request.Done(now);
        return 0;
    }
}
