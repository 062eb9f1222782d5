using System.Security.Claims;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Organisation;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Portal.App;

/// <summary>Who is signed in, made from the session at each request; the cookie itself holds nothing but its key.</summary>
internal static class StaffClaims
{
    public const string Post = "post";
    public const string PostName = "post_name";
    public const string Court = "court";
    public const string Division = "division";
    public const string Level = "court_level";
    public const string Session = "session";
    public const string KeyHash = "key_hash";
    public const string MustChangePassword = "must_change_password";
    private const string Key = "key";

    public static ClaimsPrincipal Cookie(string key) =>
        new(new ClaimsIdentity([new(Key, key)], CookieAuthenticationDefaults.AuthenticationScheme));

    public static string? KeyOf(ClaimsPrincipal cookie) => cookie.FindFirstValue(Key);

    public static ClaimsPrincipal Principal(StaffSessionRow session, string keyHash, DateTimeOffset now)
    {
        var post = session.Post;
        var mustChange = now - session.PasswordChangedAt > PasswordPolicy.MaxAge;
        return new ClaimsPrincipal(
            new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, session.StaffId.ToString()),
                    new(ClaimTypes.Name, session.Name),
                    new(ClaimTypes.Role, post.Role.ToString()),
                    new(Post, post.Id.ToString()),
                    new(PostName, $"{post.Role.Chinese()}·{post.Division}"),
                    new(Court, post.CourtId.ToString()),
                    new(Division, post.DivisionId.ToString()),
                    new(Level, post.Level.ToString()),
                    new(Session, session.Id.ToString()),
                    new(KeyHash, keyHash),
                    new(MustChangePassword, mustChange ? "1" : "0"),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );
    }

    public static Actor ToActor(this ClaimsPrincipal user) =>
        Actor.Staff(
            Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
            user.FindFirstValue(ClaimTypes.Name)!,
            new StaffPost(
                Guid.Parse(user.FindFirstValue(Post)!),
                Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!),
                Guid.Parse(user.FindFirstValue(Court)!),
                Guid.Parse(user.FindFirstValue(Division)!),
                Enum.Parse<CourtLevel>(user.FindFirstValue(Level)!)
            )
        ) with
        {
            SessionId = user.SessionId(),
        };

    public static Guid SessionId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(Session)!);
}
