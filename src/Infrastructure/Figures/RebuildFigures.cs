using Domain.Figures;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>Makes all figures anew from the orders, while orders go on changing: what is committed later waits as a delta.</summary>
public sealed class RebuildFigures(CourtDb db, FigureTable table)
{
    /// <summary>Orders from before there were figures.</summary>
    public async Task<bool> IsNeeded(CancellationToken ct) =>
        !await db.Set<Figure>().AnyAsync(ct) && await db.Set<WorkOrder>().AnyAsync(ct);

    /// <returns>How many orders were counted.</returns>
    public async Task<long> Run(Action<long> progress, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await table.Lock(db, ct); // before the transaction, whose moment begins with its first query
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(table.OneMoment, ct);
                await db.Set<FigureDelta>().ExecuteDeleteAsync(ct);
                await db.Set<Figure>().ExecuteDeleteAsync(ct);
                var counted = await new OrderScan(db, table).CountInto(FigureTable.Name, progress, ct);
                await transaction.CommitAsync(ct);
                return counted;
            }
            finally
            {
                await table.Unlock(db);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
