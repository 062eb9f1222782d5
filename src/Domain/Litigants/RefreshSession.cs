using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>Exchanges a refresh token for the next one. An old one ends the session, except right after its exchange.</summary>
public sealed class RefreshSession(ICourtDb db, TimeProvider clock)
{
    public async Task<SignedIn> Handle(string refreshToken, CancellationToken ct)
    {
        var presented = RefreshToken.Read(refreshToken) ?? throw LitigantErrors.RefreshInvalid();
        // The same token sent twice at once: the other one rotated, and the session says what to make of it.
        var (session, next) = await db.Change(
            async () =>
            {
                var known =
                    await db.Set<LitigantSession>().SingleOrDefaultAsync(s => s.Id == presented.SessionId, ct)
                    ?? throw LitigantErrors.RefreshInvalid();
                return (known, known.Refresh(presented, clock.GetUtcNow()));
            },
            ct
        );
        if (next is null)
            throw LitigantErrors.RefreshInvalid();
        return new SignedIn(await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == session.LitigantId, ct), session, next);
    }
}
