using Domain.Organisation;
using Domain.Shared;

namespace Domain.Contacts;

/// <summary>Whose changes a person reports, sees and publishes.</summary>
public static class ContactAccess
{
    /// <summary>
    /// People whose change the actor may report: oneself; of the own division for its liaison officer and head; of the court for its
    /// administrator.
    /// </summary>
    public static IQueryable<Staff> ReportableBy(this ICourtDb db, Actor by)
    {
        var (me, court, division) = (by.Id, by.Post!.CourtId, by.Post.DivisionId);
        var inService = db.Set<Staff>().Where(s => s.IsActive);
        return by.ExtentOf(Feature.ContactReports) switch
        {
            Extent.Court => inService.Where(s => db.Set<Post>().Any(p => p.StaffId == s.Id && p.IsActive && p.CourtId == court)),
            Extent.Division => inService.Where(s =>
                s.Id == me || db.Set<Post>().Any(p => p.StaffId == s.Id && p.IsActive && p.DivisionId == division)
            ),
            _ => inService.Where(s => s.Id == me),
        };
    }

    /// <summary>Reported changes that the actor may see: the own ones; the division's; all of the court for its administrator and leaders.</summary>
    public static IQueryable<ContactChange> ContactChangesVisibleTo(this ICourtDb db, Actor by)
    {
        var (me, court, division) = (by.Id, by.Post!.CourtId, by.Post.DivisionId);
        return by.ExtentOf(Feature.ContactChanges) switch
        {
            Extent.Court => db.Set<ContactChange>().Where(c => c.CourtId == court),
            Extent.Division => db.Set<ContactChange>()
                .Where(c =>
                    c.DivisionId == division
                    || c.ToDivisionId == division
                    || c.PublishingDivisionId == division
                    || c.StaffId == me
                    || c.ReportedById == me
                ),
            _ => db.Set<ContactChange>().Where(c => c.StaffId == me || c.ReportedById == me),
        };
    }

    /// <summary>Divisions without a liaison officer: the own one; of the court for its administrator and leaders.</summary>
    public static IQueryable<ContactGap> ContactGapsVisibleTo(this ICourtDb db, Actor by)
    {
        var (court, division) = (by.Post!.CourtId, by.Post.DivisionId);
        var seesCourt = by.ExtentOf(Feature.ContactChanges) == Extent.Court;
        return db.Set<ContactGap>().Where(g => g.DivisionId == division || (seesCourt && g.CourtId == court));
    }

    public static bool PublishesContacts(this Actor by) => by.Reaches(Feature.ContactPublishing);
}
