using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Organisation;

/// <summary>Which sessions of staff go on.</summary>
public sealed class StaffSessionQueries(CourtDb db, TimeProvider clock)
{
    /// <summary>While it has not ended, person and post are active and the password is still the one it began with.</summary>
    /// <param name="keyHash">See <see cref="StaffSession"/>.</param>
    public Task<StaffSessionRow?> Find(string keyHash, CancellationToken ct) =>
        (
            from session in db.Set<StaffSession>().AsNoTracking()
            join post in db.Set<Post>() on session.PostId equals post.Id
            join court in db.Set<Court>() on post.CourtId equals court.Id
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where
                session.KeyHash == keyHash
                && session.EndedAt == null
                && post.IsActive
                && post.StaffId == session.StaffId
                && post.Staff.IsActive
                && post.Staff.SecurityStamp == session.Stamp
            select new StaffSessionRow(
                session.Id,
                session.StaffId,
                post.Staff.Name,
                post.Staff.PasswordChangedAt,
                new PostRow(post.Id, post.Role, court.Id, court.ShortName, court.Level, division.Id, division.ShortName),
                session.BegunAt,
                session.SeenAt
            )
        ).SingleOrDefaultAsync(ct);

    /// <summary>Somebody is at the keyboard.</summary>
    public Task Seen(Guid sessionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<StaffSession>().Where(s => s.Id == sessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), ct);
    }

    /// <summary>Where a person is signed in at this moment, the newest first.</summary>
    public Task<List<StaffDeviceRow>> Of(Guid staffId, TimeSpan idle, TimeSpan longest, CancellationToken ct)
    {
        var (seen, begun) = (clock.GetUtcNow() - idle, clock.GetUtcNow() - longest);
        return (
            from session in db.Set<StaffSession>().AsNoTracking()
            join staff in db.Set<Staff>() on session.StaffId equals staff.Id
            where
                session.StaffId == staffId
                && session.EndedAt == null
                && session.Stamp == staff.SecurityStamp
                && session.SeenAt > seen
                && session.BegunAt > begun
            orderby session.BegunAt descending
            select new StaffDeviceRow(session.Id, session.Device, session.Network, session.BegunAt, session.SeenAt)
        ).ToListAsync(ct);
    }
}

public sealed record StaffSessionRow(
    Guid Id,
    Guid StaffId,
    string Name,
    DateTimeOffset PasswordChangedAt,
    PostRow Post,
    DateTimeOffset BegunAt,
    DateTimeOffset SeenAt
);

public sealed record StaffDeviceRow(Guid Id, string Device, string Network, DateTimeOffset BegunAt, DateTimeOffset SeenAt);
