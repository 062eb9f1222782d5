using Domain.Organisation;
using Domain.Shared;

namespace Domain.Notifications;

/// <summary>Who looks after notices that reached nobody.</summary>
public static class UndeliveredAccess
{
    /// <summary>
    /// Administrators and the filing division's platform people those of their court, at the Intermediate Court all, those of no court
    /// too; a liaison officer those of the division.
    /// </summary>
    public static IQueryable<UndeliveredNotice> UndeliveredFor(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff look after undelivered notices.");
        var (court, division) = (post.CourtId, post.DivisionId);
        return by.ExtentOf(Feature.Undelivered) switch
        {
            Extent.All => db.Set<UndeliveredNotice>(),
            Extent.Court => db.Set<UndeliveredNotice>().Where(u => u.CourtId == court),
            Extent.Division => db.Set<UndeliveredNotice>().Where(u => u.DivisionId == division),
            _ => db.Set<UndeliveredNotice>().Where(_ => false),
        };
    }
}
