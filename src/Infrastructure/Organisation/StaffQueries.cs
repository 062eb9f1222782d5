using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Organisation;

/// <summary>What sign-in, the post switch and the check of running sessions read.</summary>
public sealed class StaffQueries(CourtDb db)
{
    /// <summary>The active posts of an active person, in the order of the switch.</summary>
    public Task<List<PostRow>> Posts(Guid staffId, CancellationToken ct) =>
        (
            from post in db.Set<Post>().AsNoTracking()
            join court in db.Set<Court>() on post.CourtId equals court.Id
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where post.StaffId == staffId && post.IsActive && post.Staff.IsActive
            orderby court.Position, division.Position, post.Id
            select new PostRow(post.Id, post.Role, court.Id, court.ShortName, court.Level, division.Id, division.ShortName)
        ).ToListAsync(ct);

    /// <summary>Whether a session may go on: the person and the post are active and the password is still the one it began with.</summary>
    public Task<bool> MayGoOn(Guid staffId, Guid postId, string stamp, CancellationToken ct) =>
        db.Set<Post>()
            .AnyAsync(p => p.Id == postId && p.StaffId == staffId && p.IsActive && p.Staff.IsActive && p.Staff.SecurityStamp == stamp, ct);

    public Task<Staff?> Active(Guid staffId, CancellationToken ct) =>
        db.Set<Staff>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == staffId && s.IsActive, ct);
}

public sealed record PostRow(Guid Id, Role Role, Guid CourtId, string Court, CourtLevel Level, Guid DivisionId, string Division)
{
    public bool SeesAllCourts => Oversight.SeesAllCourts(Role, Level);
}
