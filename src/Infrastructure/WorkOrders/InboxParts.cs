using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>Which orders a post works from; the list and its badge begin here.</summary>
internal static class InboxParts
{
    /// <summary>What the list shows first, and its badge counts: open, without what waits for the requester.</summary>
    public static IEnumerable<IQueryable<WorkOrder>> ToDo(this CourtDb db, Actor by) =>
        db.Mine(by).Select(orders => orders.Where(o => o.ClosedAt == null && o.State != WorkOrderState.AwaitingRequester));

    /// <summary>
    /// The list a post works from, narrower than what it may open; in parts that do not overlap, each found by its index where either-or has
    /// none.
    /// </summary>
    public static List<IQueryable<WorkOrder>> Mine(this CourtDb db, Actor by)
    {
        var me = by.Id;
        var orders = db.Set<WorkOrder>();
        IReadOnlyList<IQueryable<WorkOrder>> parts = by.ExtentOf(Feature.Desk) switch
        {
            Extent.Own when by.Reaches(Feature.Answering) => [orders.Where(o => o.OwnerId == me)],
            Extent.Cases => [orders.Where(o => o.OwnerId == me), db.Assisted(me)],
            Extent.Own when by.Reaches(Feature.Intake) => [orders.Where(o => o.RegisteredById == me)],
            _ => db.VisiblePartsTo(by),
        };
        return [.. parts.Select(p => p.AsNoTracking())];
    }

    /// <summary>Of the cases that a clerk assists, without the own.</summary>
    public static IQueryable<WorkOrder> Assisted(this CourtDb db, Guid me)
    {
        var cases = db.Set<Case>().Where(c => c.ClerkId == me).Select(c => c.Id);
        return db.Set<WorkOrder>().Where(o => o.OwnerId != me && o.CaseId != null && cases.Contains(o.CaseId.Value));
    }
}
