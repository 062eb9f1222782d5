using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>Which cases of the court staff may look at. Every query and use case starts from here.</summary>
public static class CasesInReach
{
    /// <summary>Cases that a member of staff may look up.</summary>
    public static IQueryable<Case> CasesLookedUpBy(this ICourtDb db, Actor by)
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

    /// <summary>我的案件: those somebody sits on or assists in; a head's are the division's.</summary>
    public static IQueryable<Case> CasesListedFor(this ICourtDb db, Actor by)
    {
        var division = by.Post!.DivisionId;
        var cases = db.Set<Case>().AsNoTracking();
        var worked = db.CasesWorkedOn(by.Id);
        return by.ExtentOf(Feature.MyCases) switch
        {
            Extent.Division => cases.Where(c => c.DivisionId == division),
            Extent.Cases => cases.Where(c => worked.Contains(c.Id)),
            _ => cases.Where(c => false),
        };
    }
}
