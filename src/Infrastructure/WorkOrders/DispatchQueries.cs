using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>Orders without a judge (待分派) and who could take them.</summary>
public sealed class DispatchQueries(CourtDb db)
{
    /// <summary>The earliest due first: of the division for its liaison officer, of the court for the filing division.</summary>
    public async Task<Page<DispatchRow>> Waiting(Cursor? after, Actor by, CancellationToken ct)
    {
        var orders = Orders(by);
        var rows = await orders.EarliestFirst(after, o => o.DueAt, o => o.Id).Select(OrderListRow.Of).ToListAsync(ct);
        var page = Page<OrderListRow>.Of(rows, r => new Cursor(r.DueAt, r.Id));
        return new Page<DispatchRow>(await WithReasonAndSuggestion(page.Rows, ct), page.Next);
    }

    public Task<int> Count(Actor by, CancellationToken ct) => Orders(by).CountAsync(ct);

    /// <summary>Judges and liaison officers of a court that the actor may see, with what they have open; the actor's own division first.</summary>
    public async Task<IReadOnlyList<HandlerChoice>> Handlers(Guid courtId, Actor by, CancellationToken ct)
    {
        var post = by.Post!;
        if (post.CourtId != courtId && !post.SeesAllCourts)
            return [];
        return await (
            from p in db.Set<Post>().AsNoTracking()
            join division in db.Set<Division>() on p.DivisionId equals division.Id
            where p.CourtId == courtId && p.IsActive && p.Staff.IsActive && (p.Role == Role.Judge || p.Role == Role.LiaisonOfficer)
            orderby p.DivisionId == post.DivisionId ? 0 : 1, division.Position, p.Role, p.Staff.Name, p.Id
            select new HandlerChoice(
                p.StaffId,
                p.Staff.Name,
                p.Role,
                p.DivisionId,
                division.ShortName,
                db.Set<WorkOrder>().Count(o => o.OwnerId == p.StaffId && o.ClosedAt == null)
            )
        ).ToListAsync(ct);
    }

    private IQueryable<WorkOrder> Orders(Actor by)
    {
        var post = by.Post!;
        var isOfCourt = by.ExtentOf(Feature.Dispatch) == Extent.Court;
        var reached = db.VisibleWithin(by, post.CourtId, isOfCourt ? null : post.DivisionId);
        var waiting = reached.AsNoTracking().Where(o => o.ClosedAt == null && o.State == WorkOrderState.ToAssign);
        return isOfCourt ? waiting.Where(o => o.CourtId == post.CourtId) : waiting.Where(o => o.DivisionId == post.DivisionId);
    }

    private async Task<List<DispatchRow>> WithReasonAndSuggestion(IReadOnlyList<OrderListRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var numbers = rows.Select(r => r.CaseNumber).OfType<string>().Distinct().ToList();
        var handovers = await db.Set<WorkOrderEntry>()
            .AsNoTracking()
            .Where(e => ids.Contains(e.WorkOrderId) && e.Kind == EntryKind.HandOver)
            .Select(e => new
            {
                e.WorkOrderId,
                e.At,
                e.AuthorName,
                e.Text,
            })
            .ToListAsync(ct);
        var acts = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => ids.Contains(t.SubjectId) && HandlingFacts.HandOvers.Contains(t.Kind))
            .Select(t => new
            {
                t.SubjectId,
                t.Sequence,
                t.Kind,
            })
            .ToListAsync(ct);
        var judges = await (
            from c in db.Set<Case>().AsNoTracking()
            join judge in db.Set<Staff>() on c.JudgeId equals judge.Id
            join p in db.Set<Post>() on judge.Id equals p.StaffId
            join division in db.Set<Division>() on p.DivisionId equals division.Id
            where numbers.Contains(c.Number) && judge.IsActive && p.IsActive && p.Role == Role.Judge && p.CourtId == c.CourtId
            select new
            {
                c.Number,
                c.CourtId,
                Judge = new SuggestedJudge(judge.Id, judge.Name, division.ShortName),
            }
        ).ToListAsync(ct);
        var last = handovers.GroupBy(h => h.WorkOrderId).ToDictionary(g => g.Key, g => g.MaxBy(h => h.At)!);
        var act = acts.GroupBy(a => a.SubjectId).ToDictionary(g => g.Key, g => HandlingFacts.Chinese(g.MaxBy(a => a.Sequence)!.Kind));
        return
        [
            .. rows.Select(row => new DispatchRow(
                row,
                last.TryGetValue(row.Id, out var handover)
                    ? new LastHandOver(handover.AuthorName, handover.At, act.GetValueOrDefault(row.Id, ""), handover.Text)
                    : null,
                judges.FirstOrDefault(j => j.Number == row.CaseNumber && j.CourtId == row.CourtId)?.Judge
            )),
        ];
    }
}

/// <param name="HandOver">Why it came back, when it did.</param>
/// <param name="Suggested">The judge of the case that the order names, where that case is of the same court.</param>
public sealed record DispatchRow(OrderListRow Order, LastHandOver? HandOver, SuggestedJudge? Suggested);

/// <param name="Act">退回, 改派 …</param>
public sealed record LastHandOver(string By, DateTimeOffset At, string Act, string Reason);

public sealed record SuggestedJudge(Guid Id, string Name, string Division);

/// <param name="Open">Open orders that the person has now.</param>
public sealed record HandlerChoice(Guid StaffId, string Name, Role Role, Guid DivisionId, string Division, int Open);
