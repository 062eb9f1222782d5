using System.Linq.Expressions;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>A session that has just begun or been renewed.</summary>
public sealed record SignedIn(Litigant Litigant, LitigantSession Session, RefreshToken Token);

internal static class SigningIn
{
    /// <summary>Opens a session for the person found, or for a new one; two first sign-ins at the same moment end in one person.</summary>
    public static Task<SignedIn> SignIn(
        this ICourtDb db,
        Expression<Func<Litigant, bool>> who,
        Func<Litigant> newcomer,
        Channel channel,
        string device,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        db.Change(
            async () =>
            {
                var litigant = await db.Set<Litigant>().SingleOrDefaultAsync(who, ct) ?? db.Set<Litigant>().Add(newcomer()).Entity;
                var (session, token) = LitigantSession.Open(litigant, channel, device, now);
                db.Set<LitigantSession>().Add(session);
                return new SignedIn(litigant, session, token);
            },
            ct
        );
}
