using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What is known of whoever rings (来电人).</summary>
public sealed class CallerQueries(CourtDb db, TimeProvider clock)
{
    private const int Months = 12;
    private const int PageSize = 20;

    /// <summary>Orders of that number in the last 12 months: late ones first, then the newest.</summary>
    /// <param name="phone">Normal form.</param>
    public async Task<CallerHistory> History(string phone, int pages, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now.AddMonths(-Months);
        var orders = db.VisibleTo(by).AsNoTracking().Where(o => o.RequesterPhone == phone && o.ReceivedAt >= since);
        var rows = await orders
            .OrderBy(o => o.ClosedAt == null && o.DueAt <= now ? 0 : 1)
            .ThenByDescending(o => o.ReceivedAt)
            .ThenByDescending(o => o.Id)
            .Take(pages * PageSize)
            .Select(OrderListRow.Of)
            .ToListAsync(ct);
        return new CallerHistory(rows, rows.Count < pages * PageSize ? rows.Count : await orders.CountAsync(ct));
    }

    /// <returns>The mini-program user bound to that number, so that the order appears there too; null when there is none.</returns>
    public Task<Guid?> Litigant(string phone, CancellationToken ct) =>
        db.Set<Litigant>().AsNoTracking().Where(l => l.Phone == phone).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(ct);
}

/// <param name="Total">How many there are; more than <paramref name="Rows"/> when not all are shown yet.</param>
public sealed record CallerHistory(IReadOnlyList<OrderListRow> Rows, int Total);
