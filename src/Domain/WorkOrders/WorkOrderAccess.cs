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
        if (post.SeesAllCourts) return db.WorkOrders;
        return post.Role switch
        {
            var role when role.OverseesCourt() =>
                db.WorkOrders.Where(o => o.CourtId == court || o.RegisteredById == me),
            Role.DivisionHead or Role.LiaisonOfficer =>
                db.WorkOrders.Where(o => o.DivisionId == division || o.OwnerId == me || o.RegisteredById == me),
            // One team of agents answers for all courts: whoever rings again must find their orders known.
            Role.HotlineAgent or Role.ShiftLeader => db.WorkOrders,
            Role.Judge or Role.Clerk =>
                db.WorkOrders.Where(o => o.OwnerId == me
                    || db.Cases.Any(c => c.Id == o.CaseId && (c.ClerkId == me || c.JudgeId == me || c.PanelIds.Contains(me)))),
            _ => db.WorkOrders.Where(o => o.OwnerId == me || o.RegisteredById == me),
        };
    }

    /// <summary>A litigant's own orders.</summary>
    public static IQueryable<WorkOrder> OwnOrders(this ICourtDb db, Actor by) =>
        db.WorkOrders.Where(o => o.LitigantId == by.Id);
}
