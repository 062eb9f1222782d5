using Domain.Shared;

namespace Domain.Litigants;

/// <summary>Signs out this device or another of the same person; its tokens die at once.</summary>
public sealed class RevokeSession(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid sessionId, Actor by, CancellationToken ct) =>
        db.Change(
            db.Set<LitigantSession>().Where(s => s.Id == sessionId && s.LitigantId == by.Id),
            LitigantErrors.SessionNotFound,
            session => session.Revoke(SessionEnd.SignedOut, by, clock.GetUtcNow()),
            ct
        );
}
