using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What an agent registered (我的登记), the newest first.</summary>
public sealed class RegistrationQueries(CourtDb db)
{
    /// <param name="closed">Null shows all.</param>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<KeyPage<OrderListRow>> Mine(bool? closed, PageKey? after, Actor by, CancellationToken ct)
    {
        var orders = db.Set<WorkOrder>().AsNoTracking().Where(o => o.RegisteredById == by.Id);
        if (closed is { } only)
            orders = orders.Where(o => (o.ClosedAt != null) == only);
        if (after is { } key)
            orders = orders.Where(o => o.ReceivedAt <= key.At && (o.ReceivedAt < key.At || o.Id < key.Id));
        var rows = await orders
            .OrderByDescending(o => o.ReceivedAt)
            .ThenByDescending(o => o.Id)
            .Take(KeyPage<OrderListRow>.Size + 1)
            .Select(OrderListRow.Of)
            .ToListAsync(ct);
        return KeyPage<OrderListRow>.Of(rows, r => new PageKey(r.ReceivedAt, r.Id));
    }
}
