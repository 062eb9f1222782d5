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
        if (post.SeesAllCourts)
            return db.Set<WorkOrder>();
        return post.Role switch
        {
            var role when role.OverseesCourt() => db.Set<WorkOrder>().Where(o => o.CourtId == court || o.RegisteredById == me),
            Role.DivisionHead or Role.LiaisonOfficer => db.Set<WorkOrder>()
                .Where(o => o.DivisionId == division || o.OwnerId == me || o.RegisteredById == me),
            // One team of agents answers for all courts: whoever rings again must find their orders known.
            Role.HotlineAgent or Role.ShiftLeader => db.Set<WorkOrder>(),
            Role.Judge or Role.Clerk => db.Set<WorkOrder>()
                .Where(o => o.OwnerId == me || (o.CaseId != null && cases.Contains(o.CaseId.Value))),
            _ => db.Set<WorkOrder>().Where(o => o.OwnerId == me || o.RegisteredById == me),
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
        return post.Role switch
        {
            Role.PetitionOffice => db.Set<WorkOrder>().Where(o => o.CourtId == court),
            Role.FilingDivision or Role.SupervisionOfficer or Role.DutyJudge or Role.DivisionHead => db.VisibleTo(by),
            _ => db.Set<WorkOrder>().Where(o => false),
        };
    }

    /// <summary>What waits for the filing division's look: of the own court, for the Intermediate Court's of all.</summary>
    public static IQueryable<WorkOrder> ReviewableBy(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff review.");
        var waiting = db.Set<WorkOrder>().Where(o => o.ReviewSince != null);
        if (post.Role != Role.FilingDivision)
            return waiting.Where(o => false);
        return post.SeesAllCourts ? waiting : waiting.Where(o => o.CourtId == post.CourtId);
    }

    /// <summary>A litigant's own orders.</summary>
    public static IQueryable<WorkOrder> OwnOrders(this ICourtDb db, Actor by) => db.Set<WorkOrder>().Where(o => o.LitigantId == by.Id);
}
