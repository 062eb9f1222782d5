using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>The order of channels (送达顺序) as its page shows it.</summary>
public sealed class FallbackQueries(CourtDb db)
{
    private const int ChangesShown = 30;

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
    public async Task<IReadOnlyList<FallbackChange>> Changes(Guid court, Actor by, CancellationToken ct)
    {
        if (!Sees(court, by))
            return [];
        var rows = await (
            from plan in db.Set<FallbackPlan>().AsNoTracking()
            where plan.CourtId == court
            join trace in db.Set<TraceRow>() on plan.Id equals trace.SubjectId
            orderby trace.At descending, trace.Sequence descending
            select new { plan.Kind, Row = trace }
        )
            .Take(ChangesShown)
            .ToListAsync(ct);
        return [.. rows.Select(r => new FallbackChange(r.Row.At, r.Kind, r.Row.ActorName, FallbackTrace.Words(r.Row)))];
    }

    private static bool Sees(Guid court, Actor by) => SetFallbackPlan.MayChange(court, by);
}

public sealed record FallbackCourt(Guid Id, string Name, bool MayChange);

/// <param name="IsOwn">The court set it; else the national order holds.</param>
public sealed record FallbackRow(DocumentKind Kind, IReadOnlyList<FallbackStep> Steps, bool IsOwn, string Source);

public sealed record FallbackChange(DateTimeOffset At, DocumentKind Kind, string By, string Words);
