using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What an agent registered (我的登记), the newest first.</summary>
public sealed class RegistrationQueries(CourtDb db)
{
    /// <param name="closed">Null shows all.</param>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<Page<OrderListRow>> Mine(bool? closed, Cursor? after, Actor by, CancellationToken ct)
    {
        var orders = db.Set<WorkOrder>().AsNoTracking().Where(o => o.RegisteredById == by.Id);
        if (closed is { } only)
            orders = orders.Where(o => (o.ClosedAt != null) == only);
        var rows = await orders.NewestFirst(after, o => o.ReceivedAt, o => o.Id).Select(OrderListRow.Of).ToListAsync(ct);
        return Page<OrderListRow>.Of(rows, r => new Cursor(r.ReceivedAt, r.Id));
    }
}
