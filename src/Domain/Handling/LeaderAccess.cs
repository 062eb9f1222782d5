using Domain.Organisation;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>What leaders reach and decide.</summary>
public static class LeaderAccess
{
    /// <summary>Heads of divisions, and those who oversee a whole court.</summary>
    public static bool Leads(Actor by) => by.Reaches(Feature.Supervision);

    /// <summary>Requests for more time that wait for this person.</summary>
    public static IQueryable<T> ExtensionsToDecide<T>(this ICourtDb db, Actor by)
        where T : Handled => db.DecidedBy<T>(by).Where(o => o.ExtensionState == Handling.ExtensionState.Requested);

    /// <summary>Requests for another handler (申请改派) that wait for this person.</summary>
    public static IQueryable<T> ReassignmentsToDecide<T>(this ICourtDb db, Actor by)
        where T : Handled => db.DecidedBy<T>(by).Where(o => o.ReassignmentAskedAt != null);

    /// <summary>
    /// A head's division; for a vice-president the divisions in charge that have no other head, for the president those that have no
    /// vice-president either.
    /// </summary>
    private static IQueryable<T> DecidedBy<T>(this ICourtDb db, Actor by)
        where T : Handled
    {
        var post = by.Post!;
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var open = db.Set<T>().Where(o => o.ClosedAt == null && o.CourtId == court && o.OwnerId != me);
        var headless = open.Where(o =>
            !db.Set<Post>()
                .Any(p =>
                    p.DivisionId == o.DivisionId && p.Role == Role.DivisionHead && p.IsActive && p.Staff.IsActive && p.StaffId != o.OwnerId
                )
        );
        // Not how far but in whose place: each role stands in for the one before it, so the roles are the rule.
        return post.Role switch
        {
            Role.DivisionHead => open.Where(o => o.DivisionId == division),
            Role.VicePresident => headless.Where(o =>
                db.Set<Division>().Any(d => d.Id == o.DivisionId && (d.VicePresidentId == me || d.VicePresidentId == null))
            ),
            Role.President => headless.Where(o =>
                !db.Set<Post>()
                    .Any(p =>
                        p.CourtId == court && p.Role == Role.VicePresident && p.IsActive && p.Staff.IsActive && p.StaffId != o.OwnerId
                    )
            ),
            _ => open.Where(_ => false),
        };
    }
}
