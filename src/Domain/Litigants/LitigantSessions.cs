using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>The sessions of one person that have not been ended.</summary>
internal static class LitigantSessions
{
    public static Task<List<LitigantSession>> SessionsOf(this ICourtDb db, Litigant litigant, CancellationToken ct) =>
        db.Set<LitigantSession>().Where(s => s.LitigantId == litigant.Id && s.RevokedAt == null).ToListAsync(ct);

    /// <summary>Every device of the person is signed out.</summary>
    public static async Task EndSessions(
        this ICourtDb db,
        Litigant litigant,
        SessionEnd why,
        Actor by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        foreach (var session in await db.SessionsOf(litigant, ct))
            session.Revoke(why, by, now);
    }
}
