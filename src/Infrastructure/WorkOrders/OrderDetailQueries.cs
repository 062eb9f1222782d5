using Domain.Attachments;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>One order as its screen shows it, and whom it can be handed to.</summary>
public sealed class OrderDetailQueries(CourtDb db, ITraceMac mac)
{
    /// <returns>Null when it is missing or not for this person: both look the same.</returns>
    public async Task<OrderDetail?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var visible = db.VisibleTo(by).Include(o => o.Entries).Include(o => o.FormerRatings).AsSplitQuery();
        var found = await (
            from o in visible
            join court in db.Set<Court>() on o.CourtId equals court.Id
            join division in db.Set<Division>() on o.DivisionId equals division.Id
            where o.Id == id
            select new
            {
                Order = o,
                Court = court.ShortName,
                Division = division.ShortName,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var order = found.Order;
        var merged =
            order.MergedCount == 0
                ? []
                : await db.Set<WorkOrder>()
                    .AsNoTracking()
                    .Include(o => o.Entries)
                    .Where(o => o.MergedIntoId == id)
                    .OrderBy(o => o.ReceivedAt)
                    .ToListAsync(ct);
        List<Guid> ids = [id, .. merged.Select(o => o.Id)];
        var files = await db.Set<Attachment>()
            .AsNoTracking()
            .Where(a => a.SubjectId != null && ids.Contains(a.SubjectId.Value))
            .OrderBy(a => a.UploadedAt)
            .Select(a => new OrderFile(a.Id, a.Name, a.ContentType, a.Size, a.SubjectId!.Value, a.EntryId))
            .ToListAsync(ct);
        var trace = await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct);
        return new OrderDetail(
            order,
            Masking.Phone(order.RequesterPhone),
            found.Court,
            found.Division,
            order.MayBeHandledBy(by),
            [.. order.Entries.OrderBy(e => e.At).ThenBy(e => e.Id)],
            files,
            merged,
            await Case(order.CaseId, by, ct),
            trace,
            TraceChain.BreakOf(order, trace, mac) is null
        );
    }

    /// <summary>Judges and liaison officers of the order's court but its owner, the own division first.</summary>
    public async Task<List<HandlerRow>> Handlers(Guid id, Actor by, CancellationToken ct)
    {
        var visible = db.VisibleTo(by).AsNoTracking();
        var rows = await (
            from order in visible
            where order.Id == id
            join post in db.Set<Post>() on order.CourtId equals post.CourtId
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where
                post.IsActive
                && post.Staff.IsActive
                && (post.Role == Role.Judge || post.Role == Role.LiaisonOfficer)
                && post.StaffId != order.OwnerId
            orderby division.Id != order.DivisionId, division.Position, post.Role, post.Staff.Name
            select new HandlerRow(post.StaffId, post.Staff.Name, post.Role, division.ShortName, division.Id == order.DivisionId)
        ).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.StaffId)];
    }

    private async Task<CaseCard?> Case(Guid? id, Actor by, CancellationToken ct) =>
        id is null
            ? null
            : await (
                from c in db.Set<Case>().AsNoTracking()
                where c.Id == id
                join court in db.Set<Court>() on c.CourtId equals court.Id
                join division in db.Set<Division>() on c.DivisionId equals division.Id
                select new CaseCard(
                    c.Id,
                    c.Number,
                    c.Cause,
                    c.Stage,
                    c.State,
                    court.ShortName,
                    division.ShortName,
                    c.TrialPeriodEnds,
                    c.Restriction == CaseRestriction.Juvenile || c.Restriction == CaseRestriction.Family,
                    db.CasesWorkedOn(@by.Id).Contains(c.Id),
                    c.Parties.OrderBy(p => p.Position).Select(p => new CasePartyCard(p.Role, p.Name)).ToList()
                )
            ).SingleAsync(ct);
}
