using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>Open orders of the cases that a clerk clerks (协办工单), the earliest due first.</summary>
public sealed class AssistedQueries(CourtDb db)
{
    public async Task<KeyPage<OrderListRow>> Open(PageKey? after, Actor by, CancellationToken ct)
    {
        var orders = Orders(by);
        if (after is { } key)
            orders = orders.Where(o => o.DueAt >= key.At && (o.DueAt > key.At || o.Id > key.Id));
        var rows = await orders.OrderBy(o => o.DueAt).ThenBy(o => o.Id)
            .Take(KeyPage<OrderListRow>.Size + 1).Select(OrderListRow.Of).ToListAsync(ct);
        return KeyPage<OrderListRow>.Of(rows, r => new PageKey(r.DueAt, r.Id));
    }

    private IQueryable<WorkOrder> Orders(Actor by) =>
        db.VisibleTo(by).AsNoTracking().Where(o => o.ClosedAt == null && db.Cases.Any(c => c.Id == o.CaseId && c.ClerkId == by.Id));
}
