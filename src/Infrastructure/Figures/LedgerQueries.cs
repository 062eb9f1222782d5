using System.Runtime.CompilerServices;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <param name="Court">Where it is counted; <paramref name="Division"/> and <paramref name="Owner"/> likewise.</param>
/// <param name="MayOpen">False for orders that count in the unit but are another court's to read: an agent answered at once.</param>
/// <param name="HasMoved">It is counted as it was then: it has gone to others since, or runs again.</param>
public sealed record LedgerRow(OrderListRow Order, string Court, string Division, string Owner, bool MayOpen, bool HasMoved);

public sealed class LedgerQueries(CourtDb db, TimeProvider clock)
{
    private const int ExportPage = 500;

    /// <returns>Null where the person may not look.</returns>
    public async Task<Page<LedgerRow>?> Page(
        LedgerList list,
        FigureScope asked,
        FigurePeriod period,
        Cursor? after,
        Actor by,
        CancellationToken ct
    ) => FigureScope.For(by, asked) is { } scope ? await Page(list, scope, period, after, Keyset.Size, by, ct) : null;

    /// <summary>All of them, read page by page while they are written to a file.</summary>
    public async IAsyncEnumerable<LedgerRow> All(
        LedgerList list,
        FigureScope asked,
        FigurePeriod period,
        Actor by,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        if (FigureScope.For(by, asked) is not { } scope)
            yield break;
        Cursor? next = null;
        do
        {
            var page = await Page(list, scope, period, next, ExportPage, by, ct);
            foreach (var row in page.Rows)
                yield return row;
            next = page.Next;
        } while (next is not null);
    }

    private async Task<Page<LedgerRow>> Page(
        LedgerList list,
        FigureScope scope,
        FigurePeriod period,
        Cursor? after,
        int size,
        Actor by,
        CancellationToken ct
    )
    {
        var counted = new LedgerOrders(db, list, scope, period, ChinaTime.DayOf(clock.GetUtcNow()));
        var page = Page<Cursor>.Of(await counted.Keys(after, size, ct), k => k, size);
        var ids = page.Rows.Select(k => k.Id).ToHashSet();
        var orders = await db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => ids.Contains(o.Id))
            .Select(OrderListRow.Of)
            .ToDictionaryAsync(o => o.Id, ct);
        var standing = await db.Set<WorkOrder>()
            .Where(o => ids.Contains(o.Id))
            .Select(o => new CountedUnit
            {
                OrderId = o.Id,
                CourtId = o.CountsInCourtId ?? o.CourtId,
                DivisionId = o.CountsInDivisionId ?? o.DivisionId,
                OwnerId = o.OwnerId,
            })
            .ToDictionaryAsync(o => o.OrderId, ct);
        var kept = await Kept(counted, list, [.. page.Rows.Where(k => k.Position == LedgerOrders.Kept).Select(k => k.Id)], ct);
        var mine = (await db.VisibleTo(by).Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct)).ToHashSet();
        var courts = await db.Set<Court>().ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);
        var divisions = await db.Set<Division>().ToDictionaryAsync(d => d.Id, d => d.ShortName, ct);
        var owners = kept.Values.Select(k => k.OwnerId).ToHashSet();
        var names = await db.Set<Staff>().Where(s => owners.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return new Page<LedgerRow>([.. page.Rows.Where(k => orders.ContainsKey(k.Id)).Select(Row)], page.Next);

        LedgerRow Row(Cursor key)
        {
            var (order, hasMoved) = (orders[key.Id], key.Position == LedgerOrders.Kept);
            var unit = hasMoved ? kept[key.Id] : standing[key.Id];
            return new LedgerRow(
                order,
                courts[unit.CourtId],
                divisions.GetValueOrDefault(unit.DivisionId, "12368 坐席"),
                hasMoved ? names.GetValueOrDefault(unit.OwnerId, "—") : order.OwnerName,
                mine.Contains(key.Id),
                hasMoved
            );
        }
    }

    /// <summary>Whose they were when they were counted.</summary>
    private static async Task<Dictionary<Guid, CountedUnit>> Kept(
        LedgerOrders counted,
        LedgerList list,
        List<Guid> ids,
        CancellationToken ct
    )
    {
        if (ids.Count == 0)
            return [];
        // Of a moment the carries are those since: what left then was there before.
        var sign = list.IsOfMoment() ? -1 : 1;
        var carries = await counted.Carries.Where(c => ids.Contains(c.SubjectId) && c.Value * sign > 0).OrderBy(c => c.Id).ToListAsync(ct);
        return carries
            .DistinctBy(c => c.SubjectId)
            .Select(c => new CountedUnit
            {
                OrderId = c.SubjectId,
                CourtId = c.CourtId,
                DivisionId = c.DivisionId,
                OwnerId = c.OwnerId,
            })
            .ToDictionary(c => c.OrderId);
    }

    private sealed class CountedUnit
    {
        public required Guid OrderId { get; init; }
        public required Guid CourtId { get; init; }
        public required Guid DivisionId { get; init; }
        public required Guid OwnerId { get; init; }
    }
}
