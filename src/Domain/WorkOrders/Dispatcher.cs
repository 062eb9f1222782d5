using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>
/// Finds the owner of a message (派单): the case's judge; without one the liaison officer of the case's division;
/// without a case the liaison officer of the court's filing division.
/// </summary>
public sealed class Dispatcher(ICourtDb db)
{
    public async Task<Owner> ForCase(Case @case, CancellationToken ct) =>
        (
            @case.JudgeId is { } judge
                ? await OwnerWith(p => p.StaffId == judge && p.Role == Role.Judge && p.CourtId == @case.CourtId, ct)
                : null
        )
        ?? await Liaison(@case.DivisionId, ct)
        ?? await ForCourt(@case.CourtId, ct);

    /// <summary>The filing division's liaison officer; while that post is vacant, its head.</summary>
    public async Task<Owner> ForCourt(Guid courtId, CancellationToken ct)
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
        if (filing.OrderByDescending(o => o.Role == Role.LiaisonOfficer).FirstOrDefault() is { } owner)
            return owner;
        throw await db.Set<Court>().AnyAsync(c => c.Id == courtId, ct) ? WorkOrderErrors.NobodyToAnswer() : WorkOrderErrors.CourtMissing();
    }

    /// <summary>Who receives a returned order: the liaison officer of the division, or of the filing division.</summary>
    public async Task<Owner> ForReturn(WorkOrder order, CancellationToken ct) =>
        order.OwnerRole == Role.LiaisonOfficer
            ? await ForCourt(order.CourtId, ct)
            : await Liaison(order.DivisionId, ct) ?? await ForCourt(order.CourtId, ct);

    /// <summary>A named handler of the same court: a judge, or a division's liaison officer.</summary>
    public async Task<Owner> Handler(Guid staffId, Guid courtId, CancellationToken ct) =>
        await OwnerWith(p => p.StaffId == staffId && p.CourtId == courtId && (p.Role == Role.Judge || p.Role == Role.LiaisonOfficer), ct)
        ?? throw WorkOrderErrors.RecipientNotFound();

    private Task<Owner?> Liaison(Guid divisionId, CancellationToken ct) =>
        OwnerWith(p => p.DivisionId == divisionId && p.Role == Role.LiaisonOfficer, ct);

    private Task<Owner?> OwnerWith(System.Linq.Expressions.Expression<Func<Post, bool>> condition, CancellationToken ct) =>
        (
            from post in db.Set<Post>().Where(condition)
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where post.IsActive && post.Staff.IsActive
            orderby post.Role, post.Id
            select new Owner(post.StaffId, post.Staff.Name, post.Role, post.CourtId, post.DivisionId, division.Name)
        ).FirstOrDefaultAsync(ct);
}
