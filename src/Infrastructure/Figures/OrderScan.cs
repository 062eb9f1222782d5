using Domain.Cases;
using Domain.DocumentService;
using Domain.Figures;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>Counts all orders, services, cases and carries anew, page by page; memory does not grow with their number.</summary>
internal sealed class OrderScan(CourtDb db, FigureTable table)
{
    private const int PageSize = 20_000;
    private const int KeysInMemory = 200_000;

    /// <summary>Within the caller's transaction.</summary>
    /// <returns>How many orders, services and cases there are.</returns>
    public async Task<long> CountInto(string name, Action<long> progress, CancellationToken ct)
    {
        Dictionary<FigureKey, long> sums = [];
        var (counted, last) = (0L, Guid.Empty);
        while (true)
        {
            var page = await db.Set<WorkOrder>()
                .AsNoTracking()
                .Where(o => o.Id > last)
                .OrderBy(o => o.Id)
                .Take(PageSize)
                .Select(CountedOrder.From)
                .ToListAsync(ct);
            if (page.Count == 0)
                break;
            foreach (var order in page)
                sums.Add(WorkOrderFigures.Of(order).AtEveryGrain());
            last = page[^1].Id;
            counted += page.Count;
            progress(counted);
            if (sums.Count > KeysInMemory)
                await Flush();
        }

        last = Guid.Empty;
        while (true)
        {
            var page = await db.Set<Service>()
                .AsNoTracking()
                .Where(s => s.Id > last)
                .OrderBy(s => s.Id)
                .Take(PageSize)
                .Select(CountedService.From)
                .ToListAsync(ct);
            if (page.Count == 0)
                break;
            var (first, end) = (page[0].Id, page[^1].Id);
            var attempts = await db.Set<ServiceAttempt>()
                .AsNoTracking()
                .Where(a => a.ServiceId >= first && a.ServiceId <= end)
                .Select(a => new
                {
                    a.ServiceId,
                    Counted = new CountedAttempt(a.Channel, a.State, a.QueuedAt, a.FailureCode, a.ReturnedOn != null, a.Basis),
                })
                .ToListAsync(ct);
            var ofService = attempts.ToLookup(a => a.ServiceId, a => a.Counted);
            foreach (var service in page)
                sums.Add(
                    ServiceFigures.Of(service).Concat(ofService[service.Id].SelectMany(a => ServiceFigures.Of(service, a))).AtEveryGrain()
                );
            last = end;
            counted += page.Count;
            progress(counted);
            if (sums.Count > KeysInMemory)
                await Flush();
        }

        last = Guid.Empty;
        while (true)
        {
            var page = await db.Set<Case>()
                .AsNoTracking()
                .Where(c => c.Id > last)
                .OrderBy(c => c.Id)
                .Take(PageSize)
                .Select(CountedCase.From)
                .ToListAsync(ct);
            if (page.Count == 0)
                break;
            foreach (var @case in page)
                sums.Add(CaseFigures.Of(@case).AtEveryGrain());
            last = page[^1].Id;
            counted += page.Count;
            progress(counted);
            if (sums.Count > KeysInMemory)
                await Flush();
        }

        last = Guid.Empty;
        while (true)
        {
            var page = await db.Set<FigureCarry>().AsNoTracking().Where(c => c.Id > last).OrderBy(c => c.Id).Take(PageSize).ToListAsync(ct);
            if (page.Count == 0)
                break;
            sums.Add(page.Select(c => c.Change).AtEveryGrain());
            last = page[^1].Id;
            if (sums.Count > KeysInMemory)
                await Flush();
        }

        await Flush();
        return counted;

        async Task Flush()
        {
            await table.Add(db, name, [.. sums.Where(s => s.Value != 0).Select(s => new FigureChange(s.Key, s.Value))], ct);
            sums.Clear();
        }
    }
}
