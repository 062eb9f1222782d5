using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What stands beside an order: others of its case, and those that may ask the same thing.</summary>
public sealed class RelatedQueries(CourtDb db, TimeProvider clock)
{
    public const int Shown = 20;
    private const int DuplicateDays = 30;

    /// <summary>Open orders of one requester that are compared with one another.</summary>
    public const int Compared = 50;

    /// <summary>The other orders of the case, newest first; those that the actor may not see are only counted.</summary>
    public async Task<RelatedOrders> OfCase(Guid id, Actor by, CancellationToken ct)
    {
        var caseId = await db.VisibleTo(by).Where(o => o.Id == id).Select(o => o.CaseId).SingleOrDefaultAsync(ct);
        if (caseId is null)
            return RelatedOrders.None;
        var total = await db.Set<WorkOrder>().CountAsync(o => o.CaseId == caseId && o.Id != id, ct);
        if (total == 0)
            return RelatedOrders.None;
        var visible = db.VisibleTo(by).AsNoTracking().Where(o => o.CaseId == caseId && o.Id != id);
        var rows = await visible
            .OrderByDescending(o => o.ReceivedAt)
            .ThenByDescending(o => o.Id)
            .Take(Shown)
            .Select(o => new RelatedOrder(o.Id, o.Number, o.Title, o.Category, o.State, o.MergedIntoNumber, o.ReceivedAt, o.UrgeCount))
            .ToListAsync(ct);
        var seen = rows.Count < Shown ? rows.Count : await visible.CountAsync(ct);
        return new RelatedOrders(rows, seen - rows.Count, total - seen);
    }

    /// <summary>
    /// Open orders of the same requester and court that came in the last 30 days in similar words; those of the same case first, then the
    /// likeliest. Another question about the same case is no duplicate.
    /// </summary>
    public async Task<Duplicates> Duplicates(Guid id, Actor by, CancellationToken ct)
    {
        var order = await db.VisibleTo(by).AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
        if (order is null || order.IsClosed)
            return new([], true);
        var since = clock.GetUtcNow().AddDays(-DuplicateDays);
        var (litigant, phone) = (order.LitigantId, order.RequesterPhone);
        var candidates = await db.VisibleTo(by)
            .AsNoTracking()
            .Where(o =>
                o.CourtId == order.CourtId
                && o.ClosedAt == null
                && o.Id != id
                && o.ReceivedAt >= since
                && ((litigant != null && o.LitigantId == litigant) || (phone != "" && o.RequesterPhone == phone))
            )
            .OrderByDescending(o => o.ReceivedAt)
            .Take(Compared + 1)
            .ToListAsync(ct);
        return new Duplicates(
            [
                .. candidates
                    .Take(Compared)
                    .Where(other => other.IsOfSameRequesterAs(order) && other.MayBeMergedBy(by) && order.MayBeMergedBy(by))
                    .Select(other =>
                        (
                            Order: other,
                            SameCase: order.CaseId is not null && other.CaseId == order.CaseId,
                            Likeness: SimilarText.Likeness(order.Text, other.Text)
                        )
                    )
                    .Where(c => c.Likeness >= SimilarText.Alike)
                    .OrderByDescending(c => c.SameCase)
                    .ThenByDescending(c => c.Likeness)
                    .Select(c => new Duplicate(c.Order.Id, c.Order.Number, c.Order.Title, c.Order.ReceivedAt, c.Order.DueDay, c.SameCase)),
            ],
            candidates.Count <= Compared
        );
    }
}

public sealed record RelatedOrder(
    Guid Id,
    string Number,
    string Title,
    Category Category,
    WorkOrderState State,
    string? MergedIntoNumber,
    DateTimeOffset ReceivedAt,
    int UrgeCount
);

/// <param name="More">Visible ones that are not among the rows.</param>
/// <param name="Hidden">Orders of other people's desks.</param>
public sealed record RelatedOrders(IReadOnlyList<RelatedOrder> Rows, int More, int Hidden)
{
    public static RelatedOrders None { get; } = new([], 0, 0);

    public int Total => Rows.Count + More + Hidden;
}

/// <param name="AllCompared">False where the requester has more open orders than are compared.</param>
public sealed record Duplicates(IReadOnlyList<Duplicate> Rows, bool AllCompared);

public sealed record Duplicate(Guid Id, string Number, string Title, DateTimeOffset ReceivedAt, DateOnly DueDay, bool IsSameCase);
