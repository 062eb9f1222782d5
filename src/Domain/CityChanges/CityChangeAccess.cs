using Domain.Organisation;
using Domain.Shared;

namespace Domain.CityChanges;

public static class CityChangeAccess
{
    public static IQueryable<CityChange> CityChangesVisibleTo(this ICourtDb db, Actor by)
    {
        var reaches = by.Reaches(Feature.CityChanges);
        return db.Set<CityChange>().Where(_ => reaches);
    }

    /// <summary>What waits for somebody: all that others asked for.</summary>
    public static IQueryable<CityChange> CityChangesToDecide(this ICourtDb db, Actor by) =>
        db.CityChangesVisibleTo(by).Where(c => c.State == CityChangeState.Waiting && c.AskedById != by.Id);

    /// <summary>Who may approve what somebody asks for: others, by person and not by post.</summary>
    public static IQueryable<Guid> CityApprovers(this ICourtDb db, Guid askedById)
    {
        Role[] roles = [.. Reach.CityRoles(Feature.CityChanges)];
        return db.Set<Post>()
            .Where(p => roles.Contains(p.Role) && p.IsActive && p.Staff.IsActive && p.StaffId != askedById)
            .Where(p => db.Set<Court>().Any(c => c.Id == p.CourtId && c.Level == CourtLevel.Intermediate))
            .Select(p => p.StaffId)
            .Distinct();
    }
}
