using System.Security.Claims;
using Domain.Organisation;
using Domain.Shared;

namespace Portal.App;

/// <summary>What the cookie says of a signed-in member of staff, and back: person, post, stamp.</summary>
internal static class StaffClaims
{
    public const string Post = "post";
    public const string Court = "court";
    public const string Division = "division";
    public const string AllCourts = "all_courts";
    public const string Stamp = "stamp";

    public static ClaimsIdentity Identity(Staff staff, Post post, bool seesAllCourts, string scheme) => new(
    [
        new(ClaimTypes.NameIdentifier, staff.Id.ToString()),
        new(ClaimTypes.Name, staff.Name),
        new(ClaimTypes.Role, post.Role.ToString()),
        new(Post, post.Id.ToString()),
        new(Court, post.CourtId.ToString()),
        new(Division, post.DivisionId.ToString()),
        new(AllCourts, seesAllCourts ? "1" : "0"),
        new(Stamp, staff.SecurityStamp),
    ], scheme);

    public static Actor ToActor(this ClaimsPrincipal user) => Actor.Staff(
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        user.FindFirstValue(ClaimTypes.Name)!,
        new StaffPost(
            Guid.Parse(user.FindFirstValue(Post)!),
            Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!),
            Guid.Parse(user.FindFirstValue(Court)!),
            Guid.Parse(user.FindFirstValue(Division)!),
            user.FindFirstValue(AllCourts) == "1"));
}
