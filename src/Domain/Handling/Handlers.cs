using System.Linq.Expressions;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Handling;

/// <summary>Finds owners among those who hold a post now. Null where there is none.</summary>
public sealed class Handlers(ICourtDb db)
{
    /// <summary>The judge of a case, in a court.</summary>
    public Task<Owner?> Judge(Guid staffId, Guid courtId, CancellationToken ct) =>
        With(p => p.StaffId == staffId && p.Role == Role.Judge && p.CourtId == courtId, ct);

    /// <summary>The clerk of a case, in a court.</summary>
    public Task<Owner?> Clerk(Guid staffId, Guid courtId, CancellationToken ct) =>
        With(p => p.StaffId == staffId && p.Role == Role.Clerk && p.CourtId == courtId, ct);

    /// <summary>Somebody who can be handed something by name: a judge, or a division's liaison officer.</summary>
    public Task<Owner?> Named(Guid staffId, Guid courtId, CancellationToken ct) =>
        With(p => p.StaffId == staffId && p.CourtId == courtId && (p.Role == Role.Judge || p.Role == Role.LiaisonOfficer), ct);

    public Task<Owner?> Liaison(Guid divisionId, CancellationToken ct) =>
        With(p => p.DivisionId == divisionId && p.Role == Role.LiaisonOfficer, ct);

    /// <summary>The filing division's liaison officer; while that post is vacant, its head.</summary>
    public async Task<Owner?> Filing(Guid courtId, CancellationToken ct)
    {
        var filing = await (
            from post in db.Set<Post>()
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where
                division.CourtId == courtId
                && division.Kind == DivisionKind.Filing
                && (post.Role == Role.LiaisonOfficer || post.Role == Role.DivisionHead)
                && post.IsActive
                && post.Staff.IsActive
            select new Owner(post.StaffId, post.Staff.Name, post.Role, post.CourtId, post.DivisionId, division.Name)
        ).ToListAsync(ct);
        return filing.OrderByDescending(o => o.Role == Role.LiaisonOfficer).FirstOrDefault();
    }

    private Task<Owner?> With(Expression<Func<Post, bool>> condition, CancellationToken ct) =>
        (
            from post in db.Set<Post>().Where(condition)
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where post.IsActive && post.Staff.IsActive
            orderby post.Role, post.Id
            select new Owner(post.StaffId, post.Staff.Name, post.Role, post.CourtId, post.DivisionId, division.Name)
        ).FirstOrDefaultAsync(ct);
}
