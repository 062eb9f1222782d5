using Domain.Auditing;
using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What is known of whoever rings (来电人).</summary>
public sealed class CallerQueries(CourtDb db, IAudit audit)
{
    private const int Months = 12;
    private const int PageSize = 20;
    private const int Late = 0; // ranks of the list, as its cursors name them
    private const int Others = 1;

    /// <summary>Orders of that number in the last 12 months: late ones first, then the newest.</summary>
    /// <param name="phone">Normal form.</param>
    /// <param name="after">Where the page before ended; null is the first.</param>
    /// <param name="asOf">When the first page was read: what turns late or is closed meanwhile keeps its place in the list.</param>
    public async Task<Page<OrderListRow>> History(string phone, Cursor? after, DateTimeOffset asOf, Actor by, CancellationToken ct)
    {
        audit.Searched("来电人", phone, by, after);
        var orders = Of(phone, asOf, by);
        List<(int Rank, OrderListRow Row)> found = [];
        if (after is null or { Position: Late })
            await Add(Late, orders.Where(o => o.DueAt <= asOf && (o.ClosedAt == null || o.ClosedAt > asOf)), after);
        if (found.Count <= PageSize)
            await Add(Others, orders.Where(o => o.DueAt > asOf || o.ClosedAt <= asOf), after is { Position: Others } ? after : null);
        return Page<(int Rank, OrderListRow Row)>.Of(found, f => new Cursor(f.Row.ReceivedAt, f.Row.Id, f.Rank), PageSize).As(f => f.Row);

        async Task Add(int rank, IQueryable<WorkOrder> ranked, Cursor? behind)
        {
            var rows = ranked.NewestFirst(behind, o => o.ReceivedAt, o => o.Id, PageSize - found.Count).Select(OrderListRow.Of);
            found.AddRange((await rows.ToListAsync(ct)).Select(row => (rank, row)));
        }
    }

    /// <summary>How many <see cref="History"/> has on all its pages.</summary>
    public Task<int> Count(string phone, DateTimeOffset asOf, Actor by, CancellationToken ct) => Of(phone, asOf, by).CountAsync(ct);

    /// <returns>The mini-program user bound to that number, so that the order appears there too; null when there is none.</returns>
    public Task<Guid?> Litigant(string phone, CancellationToken ct) =>
        db.Set<Litigant>().AsNoTracking().Where(l => l.Phone == phone).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(ct);

    private IQueryable<WorkOrder> Of(string phone, DateTimeOffset asOf, Actor by)
    {
        var since = asOf.AddMonths(-Months);
        return db.VisibleTo(by).AsNoTracking().Where(o => o.RequesterPhone == phone && o.ReceivedAt >= since);
    }
}
