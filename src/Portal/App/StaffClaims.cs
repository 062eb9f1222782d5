using System.Globalization;
using System.Security.Claims;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Organisation;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Portal.App;

/// <summary>What the cookie says of a signed-in member of staff, and back: person, post, stamp.</summary>
internal static class StaffClaims
{
    public const string Post = "post";
    public const string PostName = "post_name";
    public const string Court = "court";
    public const string Division = "division";
    public const string AllCourts = "all_courts";
    public const string Stamp = "stamp";
    public const string SignedInAt = "signed_in_at";
    public const string MustChangePassword = "must_change_password";

    /// <param name="signedInAt">Kept through a switch of the post: the longest session counts from the password.</param>
    public static ClaimsPrincipal Principal(Staff staff, PostRow post, DateTimeOffset signedInAt, DateTimeOffset now) =>
        new(
            new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, staff.Id.ToString()),
                    new(ClaimTypes.Name, staff.Name),
                    new(ClaimTypes.Role, post.Role.ToString()),
                    new(Post, post.Id.ToString()),
                    new(PostName, $"{post.Role.Chinese()}·{post.Division}"),
                    new(Court, post.CourtId.ToString()),
                    new(Division, post.DivisionId.ToString()),
                    new(AllCourts, post.SeesAllCourts ? "1" : "0"),
                    new(Stamp, staff.SecurityStamp),
                    new(SignedInAt, signedInAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                    new(MustChangePassword, staff.MustChangePassword(now) ? "1" : "0"),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    public static Actor ToActor(this ClaimsPrincipal user) =>
        Actor.Staff(
            Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
            user.FindFirstValue(ClaimTypes.Name)!,
            new StaffPost(
                Guid.Parse(user.FindFirstValue(Post)!),
                Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!),
                Guid.Parse(user.FindFirstValue(Court)!),
                Guid.Parse(user.FindFirstValue(Division)!),
                user.FindFirstValue(AllCourts) == "1"
            )
        );

    public static DateTimeOffset BegunAt(this ClaimsPrincipal user) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(user.FindFirstValue(SignedInAt)!, CultureInfo.InvariantCulture));
}
