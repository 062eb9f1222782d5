using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Which orders a person may reach. Every query and use case starts from here.</summary>
public static class WorkOrderAccess
{
    /// <summary>Orders that a member of staff may open in the post they act in.</summary>
    public static IQueryable<WorkOrder> VisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's orders.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var cases = db.CasesWorkedOn(me);
        return by.ExtentOf(Feature.WorkOrders) switch
        {
            Extent.All => db.Set<WorkOrder>(),
            Extent.Court => db.Set<WorkOrder>().Where(o => o.CourtId == court || o.RegisteredById == me),
            Extent.Division => db.Set<WorkOrder>().Where(o => o.DivisionId == division || o.OwnerId == me || o.RegisteredById == me),
            Extent.Cases => db.Set<WorkOrder>().Where(o => o.OwnerId == me || (o.CaseId != null && cases.Contains(o.CaseId.Value))),
            _ => db.Set<WorkOrder>().Where(o => o.OwnerId == me || o.RegisteredById == me),
        };
    }

    /// <summary>To be narrowed to a court, or to a division of it: whoever reaches the whole of that is not asked what else they reach (ADR 29).</summary>
    public static IQueryable<WorkOrder> VisibleWithin(this ICourtDb db, Actor by, Guid courtId, Guid? divisionId) =>
        by.Covers(Feature.WorkOrders, courtId, divisionId ?? Guid.Empty) ? db.Set<WorkOrder>() : db.VisibleTo(by);

    /// <summary>
    /// What is visible, in parts that do not overlap, so that a list takes the first of each by its index (ADR 29): what the post reaches, and what
    /// is somebody's own elsewhere.
    /// </summary>
    public static IReadOnlyList<IQueryable<WorkOrder>> VisiblePartsTo(this ICourtDb db, Actor by)
    {
        var (me, court, division) = (by.Id, by.Post!.CourtId, by.Post.DivisionId);
        var orders = db.Set<WorkOrder>();
        return by.ExtentOf(Feature.WorkOrders) switch
        {
            Extent.Court => [orders.Where(o => o.CourtId == court), orders.Where(o => o.RegisteredById == me && o.CourtId != court)],
            Extent.Division =>
            [
                orders.Where(o => o.DivisionId == division),
                orders.Where(o => o.OwnerId == me && o.DivisionId != division),
                orders.Where(o => o.RegisteredById == me && o.OwnerId != me && o.DivisionId != division),
            ],
            _ => [db.VisibleTo(by)],
        };
    }

    /// <summary>
    /// Orders that may be looked through when somebody complains that nobody answered (投诉核查): what one sees anyway, and for the
    /// petition office those of its court. Nobody else has a view of a person's matters as a whole.
    /// </summary>
    public static IQueryable<WorkOrder> ProvableTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff look through a person's matters.");
        var court = post.CourtId;
        return by.ExtentOf(Feature.Proof) switch
        {
            Extent.None => db.Set<WorkOrder>().Where(o => false),
            var extent when extent > by.ExtentOf(Feature.WorkOrders) => db.Set<WorkOrder>().Where(o => o.CourtId == court),
            _ => db.VisibleTo(by),
        };
    }

    /// <summary>What waits for the filing division's look: of the own court, for the Intermediate Court's of all.</summary>
    public static IQueryable<WorkOrder> ReviewableBy(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff review.");
        var waiting = db.Set<WorkOrder>().Where(o => o.ReviewSince != null);
        return by.ExtentOf(Feature.Reviews) switch
        {
            Extent.All => waiting,
            Extent.Court => waiting.Where(o => o.CourtId == post.CourtId),
            _ => waiting.Where(o => false),
        };
    }

    /// <summary>A litigant's own orders.</summary>
    public static IQueryable<WorkOrder> OwnOrders(this ICourtDb db, Actor by) => db.Set<WorkOrder>().Where(o => o.LitigantId == by.Id);
}
