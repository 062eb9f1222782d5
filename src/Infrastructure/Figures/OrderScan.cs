using Domain.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>Counts all orders anew, page by page; memory does not grow with their number.</summary>
internal sealed class OrderScan(CourtDb db, FigureTable table)
{
    private const int PageSize = 20_000;
    private const int KeysInMemory = 200_000;

    /// <summary>Within the caller's transaction.</summary>
    /// <returns>How many orders there are.</returns>
    public async Task<long> CountInto(string name, Action<long> progress, CancellationToken ct)
    {
        Dictionary<FigureKey, long> sums = [];
        var (counted, last) = (0L, Guid.Empty);
        while (true)
        {
            var page = await db.WorkOrders.AsNoTracking().Where(o => o.Id > last).OrderBy(o => o.Id).Take(PageSize).Select(CountedOrder.From).ToListAsync(ct);
            if (page.Count == 0) break;
            foreach (var order in page) sums.Add(WorkOrderFigures.Of(order).AtEveryGrain());
            last = page[^1].Id;
            counted += page.Count;
            progress(counted);
            if (sums.Count > KeysInMemory) await Flush();
        }

        await Flush();
        return counted;

        async Task Flush()
        {
            await table.Add(db, name, [.. sums.Select(s => new FigureChange(s.Key, s.Value))], ct);
            sums.Clear();
        }
    }
}
