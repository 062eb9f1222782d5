using Domain.Organisation;
using Domain.Shared;

namespace Domain.Partners;

public static class PartnerAccess
{
    /// <summary>The own court's; all of them, the city's too, for the Intermediate Court's administrator.</summary>
    public static IQueryable<Partner> PartnersVisibleTo(this ICourtDb db, Actor by)
    {
        var extent = by.ExtentOf(Feature.Partners);
        var court = by.Post?.CourtId;
        return extent switch
        {
            Extent.All => db.Set<Partner>(),
            Extent.Court => db.Set<Partner>().Where(p => p.CourtId == court),
            _ => db.Set<Partner>().Where(_ => false),
        };
    }
}
