using System.Security.Claims;
using Domain.Organisation;
using Infrastructure.Organisation;
using Microsoft.Extensions.Caching.Memory;

namespace Portal.App;

/// <summary>Whether a session may go on. Asked at every request and by every open page; the store is asked at most every 20 seconds for each session.</summary>
internal sealed class SessionChecks(UseCaseRunner run, IMemoryCache cache, TimeProvider clock)
{
    /// <summary>With as long between two looks of an open page, an ended session is noticed within a minute.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan Idle = PasswordPolicy.StaffIdle;
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public async Task<bool> MayGoOn(ClaimsPrincipal user)
    {
        if (
            !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var staff)
            || !Guid.TryParse(user.FindFirstValue(StaffClaims.Post), out var post)
            || user.FindFirstValue(StaffClaims.Stamp) is not { } stamp
            || clock.GetUtcNow() - user.BegunAt() > Longest
        )
            return false;
        return await cache.GetOrCreateAsync(
            (staff, post, stamp),
            entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Interval;
                return run.Ask<StaffQueries, bool>((q, ct) => q.MayGoOn(staff, post, stamp, ct));
            }
        );
    }
}
