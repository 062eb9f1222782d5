using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>Lists of orders for the person at the screen: a judge's own, a clerk's cases', a division's, a court's; by page, due first.</summary>
public sealed class InboxQueries(CourtDb db)
{
    public const int PageSize = 50;

    // What a judge's console asks on every look; reads the partial index (owner_id, due_at, id) of open orders.
    private static readonly Func<CourtDb, Guid, int, IAsyncEnumerable<InboxRow>> s_firstPageOfMine = EF.CompileAsyncQuery(
        (CourtDb db, Guid me, int take) =>
            db.Set<WorkOrder>()
                .AsNoTracking()
                .Where(o => o.OwnerId == me && o.ClosedAt == null && o.State == WorkOrderState.ToAnswer)
                .OrderBy(o => o.DueAt)
                .ThenBy(o => o.Id)
                .Select(InboxRow.From)
                .Take(take)
    );

    /// <param name="take">More than a page when a list that is longer already is read again.</param>
    public async Task<Page<InboxRow>> Page(InboxFilter filter, Cursor? after, int take, Actor by, CancellationToken ct)
    {
        var rows =
            after is null && filter is { Tab: InboxTab.ToAnswer, IsPlain: true } && by.Reaches(Feature.Answering)
                ? await s_firstPageOfMine(db, by.Id, take + 1).ToListAsync(ct)
                : await Ordered(filter, after, take, by).ToListAsync(ct);
        return Page<InboxRow>.Of(rows, r => r.Key(filter.Tab), take);
    }

    /// <param name="soonUntil">The last day that counts as soon: the third working day from today.</param>
    public async Task<InboxCounts> Counts(
        InboxFilter filter,
        DateOnly today,
        DateOnly soonUntil,
        DateTimeOffset now,
        Actor by,
        CancellationToken ct
    ) =>
        await Matching(Mine(by).Where(o => o.ClosedAt == null), filter)
            .GroupBy(_ => 1)
            .Select(g => new InboxCounts(
                g.Count(o => o.State != WorkOrderState.AwaitingRequester),
                g.Count(o => o.State == WorkOrderState.AwaitingRequester),
                g.Count(o => o.State != WorkOrderState.AwaitingRequester && o.DueAt <= now),
                g.Count(o => o.State != WorkOrderState.AwaitingRequester && o.DueAt > now && o.DueDay <= today),
                g.Count(o => o.State != WorkOrderState.AwaitingRequester && o.DueDay > today && o.DueDay <= soonUntil)
            ))
            .SingleOrDefaultAsync(ct)
        ?? InboxCounts.None;

    /// <summary>When the newest answer of the list was given, for the empty screen.</summary>
    public Task<DateTimeOffset?> LastClosedAt(Actor by, CancellationToken ct) =>
        db.Set<WorkOrder>().AsNoTracking().Where(o => o.ClosedById == by.Id).MaxAsync(o => o.ClosedAt, ct);

    private IQueryable<InboxRow> Ordered(InboxFilter filter, Cursor? after, int take, Actor by) =>
        filter.Tab switch
        {
            InboxTab.Answered => Closed(filter, after, take, by),
            InboxTab.HandedOver => HandedOver(filter, after, take, by),
            _ => Open(filter, after, take, by),
        };

    private IQueryable<InboxRow> Open(InboxFilter filter, Cursor? after, int take, Actor by)
    {
        var waits = filter.Tab == InboxTab.Awaiting;
        var orders = Matching(Mine(by), filter).Where(o => o.ClosedAt == null && (o.State == WorkOrderState.AwaitingRequester) == waits);
        return orders.EarliestFirst(after, o => o.DueAt, o => o.Id, take).Select(InboxRow.From);
    }

    private IQueryable<InboxRow> Closed(InboxFilter filter, Cursor? after, int take, Actor by)
    {
        var me = by.Id;
        var answered = by.Reaches(Feature.Answering)
            ? db.Set<WorkOrder>().Where(o => o.ClosedById == me)
            : Mine(by).Where(o => o.ClosedAt != null);
        // A court's closed orders run into millions: there a text must be a whole number or name, which an index finds.
        var orders = Matching(answered.AsNoTracking(), filter, whole: !by.Reaches(Feature.Answering));
        return orders.NewestFirst(after, o => o.ClosedAt, o => o.Id, take).Select(InboxRow.From);
    }

    /// <summary>An order handed over twice by the same person stands at the later time.</summary>
    private IQueryable<InboxRow> HandedOver(InboxFilter filter, Cursor? after, int take, Actor by)
    {
        var me = by.Id;
        var mine = db.Set<WorkOrderEntry>().AsNoTracking().Where(e => e.AuthorId == me && e.Kind == EntryKind.Handover);
        var last = mine.Where(e =>
            !mine.Any(later => later.WorkOrderId == e.WorkOrderId && (later.At > e.At || (later.At == e.At && later.Id > e.Id)))
        );
        var rows =
            from entry in last
            join o in Matching(db.Set<WorkOrder>().AsNoTracking(), filter) on entry.WorkOrderId equals o.Id
            select new { entry.At, Order = o };
        return rows.NewestFirst(after, r => r.At, r => r.Order.Id, take)
            .Select(r => new InboxRow(
                r.Order.Id,
                r.Order.Number,
                r.Order.CaseNumber,
                r.Order.Category,
                r.Order.Channel,
                r.Order.RequesterName,
                r.Order.RequesterRole,
                r.Order.Title,
                r.Order.ReceivedAt,
                r.Order.DueAt,
                r.Order.DueDay,
                r.Order.DueIsProvisional,
                false,
                r.Order.UrgeCount,
                r.Order.State,
                r.Order.OwnerName,
                r.Order.ClosedAt
            )
            {
                HandedOverAt = r.At,
            });
    }

    /// <summary>The list a post works from; narrower than what it may open.</summary>
    private IQueryable<WorkOrder> Mine(Actor by)
    {
        var me = by.Id;
        var orders = by.ExtentOf(Feature.Desk) switch
        {
            Extent.Own when by.Reaches(Feature.Answering) => db.Set<WorkOrder>().Where(o => o.OwnerId == me),
            Extent.Cases => OfClerk(me),
            Extent.Own when by.Reaches(Feature.Intake) => db.Set<WorkOrder>().Where(o => o.RegisteredById == me),
            _ => db.VisibleTo(by),
        };
        return orders.AsNoTracking();
    }

    /// <summary>The own ones, and those of the cases they assist: each half by its index, where either-or has none.</summary>
    private IQueryable<WorkOrder> OfClerk(Guid me)
    {
        var cases = db.Set<Case>().Where(c => c.ClerkId == me).Select(c => c.Id);
        return db.Set<WorkOrder>()
            .Where(o => o.OwnerId == me)
            .Concat(db.Set<WorkOrder>().Where(o => o.OwnerId != me && o.CaseId != null && cases.Contains(o.CaseId.Value)));
    }

    private static IQueryable<WorkOrder> Matching(IQueryable<WorkOrder> orders, InboxFilter filter, bool whole = false)
    {
        if (filter.Category is { } category)
            orders = orders.Where(o => o.Category == category);
        if (filter.Channel is { } channel)
            orders = orders.Where(o => o.Channel == channel);
        if (filter.UnreadOnly)
            orders = orders.Where(o => o.OwnerReadAt == null);
        if (filter.Text.Trim() is not { Length: > 0 } text)
            return orders;
        var number = text.ToUpperInvariant();
        var caseNumber = text.Replace('（', '(').Replace('）', ')').Replace(" ", "", StringComparison.Ordinal);
        if (whole)
            return orders.Where(o =>
                o.Number == number || o.CaseNumber == caseNumber || o.RequesterName == text || o.RequesterPhone == text
            );
        return orders.Where(o =>
            o.Number.Contains(number)
            || o.CaseNumber!.Contains(caseNumber)
            || o.RequesterName.Contains(text)
            || o.RequesterPhone.Contains(text)
        );
    }
}
