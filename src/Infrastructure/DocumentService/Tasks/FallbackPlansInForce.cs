using Domain.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>The order of channels by court and kind of document: few rows, read anew each round.</summary>
public sealed class FallbackPlansInForce(CourtDb db)
{
    public async Task<FallbackTable> Current(CancellationToken ct) =>
        new(
            await db.Set<FallbackPlan>()
                .AsNoTracking()
                .Where(p => p.IsInForce)
                .ToDictionaryAsync(p => (p.CourtId, p.Kind), p => (IReadOnlyList<FallbackStep>)p.Steps, ct)
        );
}

public sealed class FallbackTable(IReadOnlyDictionary<(Guid Court, DocumentKind Kind), IReadOnlyList<FallbackStep>> own)
{
    public IReadOnlyList<FallbackStep> For(Guid court, DocumentKind kind) =>
        own.GetValueOrDefault((court, kind)) ?? FallbackSteps.National(kind);
}
