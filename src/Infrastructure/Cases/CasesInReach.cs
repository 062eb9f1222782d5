using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases;

internal static class CasesInReach
{
    /// <summary>Cases that a member of staff may look up.</summary>
    public static IQueryable<Case> CasesLookedUpBy(this CourtDb db, Actor by)
    {
        var post = by.Post!;
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var cases = db.Set<Case>().AsNoTracking();
        var worked = db.CasesWorkedOn(me);
        return by.ExtentOf(Feature.Cases) switch
        {
            Extent.All => cases,
            Extent.Court => cases.Where(c => c.CourtId == court),
            Extent.Division => cases.Where(c => c.DivisionId == division || worked.Contains(c.Id)),
            Extent.Cases => cases.Where(c => worked.Contains(c.Id)),
            _ => cases.Where(c => false),
        };
    }
}
