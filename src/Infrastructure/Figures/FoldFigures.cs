using Domain.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>
/// Adds the waiting deltas to the figures and removes them, in one transaction: killed at any moment, nothing is lost and
/// nothing counted twice. Of several workers one folds, the others find nothing to do.
/// </summary>
public sealed class FoldFigures(CourtDb db, FigureTable table, RebuildFigures rebuild)
{
    private const int BatchSize = 2_000;

    /// <returns>How many deltas were folded, 0 when none wait or another worker folds.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        if (await rebuild.IsNeeded(ct))
        {
            await rebuild.Run(_ => { }, ct);
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await table.TryLock(db, ct))
            return 0;
        var deltas = await db.Set<FigureDelta>().AsNoTracking().OrderBy(d => d.Id).Take(BatchSize).ToListAsync(ct);
        if (deltas.Count == 0)
            return 0;
        Dictionary<FigureKey, long> sums = [];
        foreach (var delta in deltas)
            sums.Add(FigureChange.Read(delta.Changes).AtEveryGrain());
        await table.Add(db, FigureTable.Name, [.. sums.Where(s => s.Value != 0).Select(s => new FigureChange(s.Key, s.Value))], ct);
        var folded = deltas.ConvertAll(d => d.Id);
        await db.Set<FigureDelta>().Where(d => folded.Contains(d.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return deltas.Count;
    }
}
