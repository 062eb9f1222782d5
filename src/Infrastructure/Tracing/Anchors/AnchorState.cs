using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing.Anchors;

/// <summary>Whether anchoring goes on: a worker that is down, a full disk, or a lease that somebody set far ahead would stop it silently.</summary>
public sealed class AnchorState(CourtDb db, AnchorFolder folder, TraceSettings settings, TimeProvider clock)
{
    private const int MissedInARow = 3;

    /// <summary>Of hosts. What lies further ahead is no anchor of today: it would keep this quiet until then.</summary>
    private static readonly TimeSpan s_clocksDiffer = TimeSpan.FromMinutes(5);

    /// <returns>A sentence for people; null when all is well, or no anchors are kept.</returns>
    public async Task<string?> Alarm(CancellationToken ct)
    {
        var limit = settings.AnchorEvery * MissedInARow;
        var now = clock.GetUtcNow();
        var (since, until) = (now - limit, now + s_clocksDiffer);
        if (!folder.IsConfigured || await db.Set<Anchor>().AnyAsync(a => a.At > since && a.At <= until, ct))
            return null;
        var waits = await db.Set<UnanchoredHead>()
            .AnyAsync(h => db.Set<TraceRow>().Any(t => t.SubjectId == h.SubjectId && t.Sequence == h.Sequence && t.At < since), ct);
        return waits ? $"办理轨迹已有 {limit.TotalHours:0.#} 小时以上没有存证，请检查存证目录和后台程序" : null;
    }
}
