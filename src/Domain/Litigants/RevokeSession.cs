using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>Signs out this device or another of the same person; its tokens die at once.</summary>
public sealed class RevokeSession(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid sessionId, Actor by, CancellationToken ct)
    {
        while (true)
        {
            var session =
                await db.Set<LitigantSession>().SingleOrDefaultAsync(s => s.Id == sessionId && s.LitigantId == by.Id, ct)
                ?? throw LitigantErrors.SessionNotFound();
            session.Revoke(SessionEnd.SignedOut, by, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Forget(); // the device renewed its token meanwhile
            }
        }
    }
}
