using Domain.Organisation;
using Domain.Shared;

namespace Domain.DocumentService;

public static class ServiceDutyAccess
{
    /// <summary>What clerks owe (待邮寄、公告), as far as a member of staff answers for it: the own, the division's, the court's.</summary>
    public static IQueryable<ServiceDuty> ServiceDutiesVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's services.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        return by.ExtentOf(Feature.ServiceDuties) switch
        {
            Extent.All => db.Set<ServiceDuty>(),
            Extent.Court => db.Set<ServiceDuty>().Where(d => d.CourtId == court),
            Extent.Division => db.Set<ServiceDuty>().Where(d => d.DivisionId == division || d.ClerkId == me),
            _ => db.Set<ServiceDuty>().Where(d => false),
        };
    }
}
