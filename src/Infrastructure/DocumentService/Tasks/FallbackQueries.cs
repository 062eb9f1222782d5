using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>The order of channels (送达顺序) as its page shows it.</summary>
public sealed class FallbackQueries(CourtDb db)
{
    /// <summary>The courts whose order the person may see: the own; both levels for the Intermediate Court's people.</summary>
    public async Task<IReadOnlyList<FallbackCourt>> Courts(Actor by, CancellationToken ct)
    {
        var courts = await db.Set<Court>().AsNoTracking().OrderBy(c => c.Position).Select(c => new { c.Id, c.ShortName }).ToListAsync(ct);
        return
        [
            .. courts.Where(c => Sees(c.Id, by)).Select(c => new FallbackCourt(c.Id, c.ShortName, SetFallbackPlan.MayChange(c.Id, by))),
        ];
    }

    /// <returns>A row for each kind of document; empty for a court that the person may not see.</returns>
    public async Task<IReadOnlyList<FallbackRow>> Of(Guid court, Actor by, CancellationToken ct)
    {
        if (!Sees(court, by))
            return [];
        var own = await db.Set<FallbackPlan>()
            .AsNoTracking()
            .Where(p => p.CourtId == court && p.IsInForce)
            .ToDictionaryAsync(p => p.Kind, ct);
        return
        [
            .. Enum.GetValues<DocumentKind>()
                .Select(kind =>
                    own.GetValueOrDefault(kind) is { } plan
                        ? new FallbackRow(kind, plan.Steps, IsOwn: true, $"{plan.ChangedByName}，{plan.Reason}")
                        : new FallbackRow(kind, FallbackSteps.National(kind), IsOwn: false, "")
                ),
        ];
    }

    /// <summary>What was changed, the newest first: the plans' traces.</summary>
    public async Task<Page<FallbackChange>> Changes(Guid court, Cursor? after, Actor by, CancellationToken ct)
    {
        if (!Sees(court, by))
            return new([], null);
        var plans = db.Set<FallbackPlan>().Where(p => p.CourtId == court);
        var page = await db.Set<TraceRow>().Where(t => plans.Any(p => p.Id == t.SubjectId)).NewestFirst(after, ct);
        var ids = page.Rows.Select(t => t.SubjectId).ToHashSet();
        var kinds = await plans.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Kind, ct);
        return page.As(t => new FallbackChange(t.At, kinds[t.SubjectId], t.ActorName, FallbackTrace.Words(t)));
    }

    private static bool Sees(Guid court, Actor by) => by.Covers(Feature.FallbackPlans, court, Guid.Empty);
}

public sealed record FallbackCourt(Guid Id, string Name, bool MayChange);

/// <param name="IsOwn">The court set it; else the national order holds.</param>
public sealed record FallbackRow(DocumentKind Kind, IReadOnlyList<FallbackStep> Steps, bool IsOwn, string Source);

public sealed record FallbackChange(DateTimeOffset At, DocumentKind Kind, string By, string Words);
