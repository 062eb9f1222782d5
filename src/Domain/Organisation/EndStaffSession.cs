using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Organisation;

/// <summary>Ends a session of the person's own, this one or one elsewhere; every host and every open page hears at once.</summary>
public sealed class EndStaffSession(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid sessionId, StaffSessionEnd why, Actor by, CancellationToken ct) =>
        db.Change(
            db.Set<StaffSession>().Where(s => s.Id == sessionId && s.StaffId == by.Id),
            StaffErrors.SessionNotFound,
            session => session.End(why, by, clock.GetUtcNow()),
            ct
        );

    /// <summary>All but this one.</summary>
    public Task Others(Guid sessionId, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                foreach (
                    var session in await db.Set<StaffSession>()
                        .Where(s => s.StaffId == by.Id && s.Id != sessionId && s.EndedAt == null)
                        .ToListAsync(ct)
                )
                    session.End(StaffSessionEnd.FromElsewhere, by, now);
            },
            ct
        );
}

/// <summary>The session goes on in another post of the same person.</summary>
public sealed class SwitchPost(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid sessionId, Guid postId, Actor by, CancellationToken ct)
    {
        if (await db.Set<Post>().AnyAsync(p => p.Id == postId && p.StaffId == by.Id && p.IsActive, ct))
            await db.Change(
                db.Set<StaffSession>().Where(s => s.Id == sessionId && s.StaffId == by.Id),
                StaffErrors.SessionNotFound,
                session => session.SwitchTo(postId, by, clock.GetUtcNow()),
                ct
            );
    }
}

/// <summary>Begins a session for whoever has just proved to be this person.</summary>
public sealed class BeginStaffSession(ICourtDb db, TimeProvider clock)
{
    /// <returns>The key for the browser.</returns>
    public async Task<string> Handle(Staff staff, Guid postId, string device, string network, CancellationToken ct)
    {
        var (session, key) = StaffSession.Begin(staff, postId, device, network, clock.GetUtcNow());
        db.Set<StaffSession>().Add(session);
        await db.SaveChangesAsync(ct);
        return key;
    }
}
