using Domain.Shared;

namespace Domain.Organisation;

/// <summary>
/// Who may see and do what: for each feature and role, how far. The rows are in <see cref="ReachTable"/>; nothing else asks for
/// a role to decide it.
/// </summary>
public static class Reach
{
    /// <summary>In the post that the person acts in. Supervisors of the Intermediate Court see both levels where the table widens them.</summary>
    public static Extent ExtentOf(this Actor by, Feature feature) =>
        by.Post is not { } post ? Extent.None
        : post.SeesAllCourts && ReachTable.Of(feature).Widened.Contains(post.Role) ? Extent.All
        : Of(post.Role, post.Level, feature);

    /// <summary>Sees or does something of it.</summary>
    public static bool Reaches(this Actor by, Feature feature) => by.ExtentOf(feature) != Extent.None;

    /// <summary>Reaches what belongs to that division as one of the division, the court or all: not as one's own.</summary>
    public static bool Covers(this Actor by, Feature feature, Guid courtId, Guid divisionId) =>
        by.ExtentOf(feature) switch
        {
            Extent.All => true,
            Extent.Court => by.Post!.CourtId == courtId,
            Extent.Division => by.Post!.CourtId == courtId && by.Post.DivisionId == divisionId,
            _ => false,
        };

    /// <summary>Of the role at a court of that level, without what supervisors see besides.</summary>
    public static Extent Of(Role role, CourtLevel level, Feature feature) =>
        level == CourtLevel.Intermediate && ReachTable.Of(feature).City.Contains(role)
            ? Extent.All
            : ReachTable.Of(feature).Extents.GetValueOrDefault(role);

    /// <summary>Who reaches it at the Intermediate Court only, for the whole city.</summary>
    public static IReadOnlyCollection<Role> CityRoles(Feature feature) => ReachTable.Of(feature).City;

    /// <summary>The navigation of that post offers it; others who reach it come by links.</summary>
    public static bool IsOffered(StaffPost post, Feature feature) =>
        ReachTable.Of(feature).Menu.Contains(post.Role) && Of(post.Role, post.Level, feature) != Extent.None;
}
