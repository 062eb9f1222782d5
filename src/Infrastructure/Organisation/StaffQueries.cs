using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Organisation;

/// <summary>What sign-in and the post switch read.</summary>
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
}

public sealed record PostRow(Guid Id, Role Role, Guid CourtId, string Court, CourtLevel Level, Guid DivisionId, string Division)
{
    public StaffPost Held => new(Id, Role, CourtId, DivisionId, Level);

    /// <summary>Its holder, acting in it.</summary>
    public Actor As(Actor holder) => Actor.Staff(holder.Id, holder.Name, Held);

    /// <summary>承办法官·越秀区法院 民一庭.</summary>
    public string Words => $"{Role.Chinese()}·{Court} {Division}";
}
