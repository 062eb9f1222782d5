using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Figures;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>Lists of orders for the person at the screen: a judge's own, a clerk's cases', a division's, a court's; by page, due first.</summary>
public sealed class InboxQueries(CourtDb db, FigureReader figures)
{
    /// <summary>What is urgent stands before everything else to answer.</summary>
    private const int MostUrgent = 50;

    /// <param name="take">More than a page when a list that is longer already is read again.</param>
    public async Task<Page<InboxRow>> Page(InboxFilter filter, Cursor? after, int take, Actor by, CancellationToken ct)
    {
        var rows = await Ordered(filter, after, take, by, ct);
        var page = Page<InboxRow>.Of(await rows.ToListAsync(ct), r => r.Key(filter.Tab), take);
        if (filter.Tab != InboxTab.ToAnswer || after is not null)
            return page;
        var urgent = (await Open(by, ct)).Select(orders => ToAnswer(Matching(orders, filter)).Where(o => o.UrgentAt != null));
        var first = await urgent.EarliestFirst(null, o => o.DueAt, o => o.Id, MostUrgent).Select(InboxRow.From).ToListAsync(ct);
        return page with { Rows = [.. first, .. page.Rows] };
    }

    /// <param name="soonUntil">The last day that counts as soon: the third working day from today.</param>
    public async Task<InboxCounts> Counts(
        InboxFilter filter,
        DateOnly today,
        DateOnly soonUntil,
        DateTimeOffset now,
        Actor by,
        CancellationToken ct
    )
    {
        // All of them by their limits alone, which the index of the open ones says; then those that wait, which are few.
        var (todayEnds, soonEnds) = (ChinaTime.StartOf(today.AddDays(1)), ChinaTime.StartOf(soonUntil.AddDays(1)));
        var seesAll = by.ExtentOf(Feature.Desk) == Extent.All && filter.IsPlain;
        var open = (await Open(by, ct)).ConvertAll(orders => Matching(orders, filter));
        var counted = open.Select(orders => Of(orders.Where(o => o.State == WorkOrderState.AwaitingRequester), true))
            .Concat(seesAll ? [] : open.Select(orders => Of(orders, false)))
            .Aggregate((all, next) => all.Concat(next));
        var counts = await counted.ToListAsync(ct);
        if (seesAll)
            counts.Add(Kept(await figures.Open(ct)));
        return counts.Aggregate(InboxCounts.None, (sum, c) => sum + c.Counts);

        Bands Kept(OpenOrders kept) =>
            new()
            {
                All = kept.On(today).Total,
                Late = kept.On(today).Late,
                Today = kept.Due(today, today),
                Soon = kept.Due(today.AddDays(1), soonUntil),
            };

        IQueryable<Bands> Of(IQueryable<WorkOrder> orders, bool waits) =>
            orders
                .GroupBy(_ => 1)
                .Select(g => new Bands
                {
                    Waits = waits,
                    All = g.Count(),
                    Late = g.Count(o => o.DueAt <= now),
                    Today = g.Count(o => o.DueAt > now && o.DueAt <= todayEnds),
                    Soon = g.Count(o => o.DueAt > todayEnds && o.DueAt <= soonEnds),
                });
    }

    /// <summary>When the newest answer of the list was given, for the empty screen.</summary>
    public Task<DateTimeOffset?> LastClosedAt(Actor by, CancellationToken ct) =>
        db.Set<WorkOrder>().AsNoTracking().Where(o => o.ClosedById == by.Id).MaxAsync(o => o.ClosedAt, ct);

    private async Task<IQueryable<InboxRow>> Ordered(InboxFilter filter, Cursor? after, int take, Actor by, CancellationToken ct) =>
        filter.Tab switch
        {
            InboxTab.Answered => Closed(filter, after, take, by),
            InboxTab.HandedOver => HandedOver(filter, after, take, by),
            _ => Open(await Open(by, ct), filter, after, take),
        };

    private static IQueryable<InboxRow> Open(List<IQueryable<WorkOrder>> open, InboxFilter filter, Cursor? after, int take)
    {
        var waits = filter.Tab == InboxTab.Awaiting;
        return open.Select(Wanted).EarliestFirst(after, o => o.DueAt, o => o.Id, take).Select(InboxRow.From);

        IQueryable<WorkOrder> Wanted(IQueryable<WorkOrder> orders)
        {
            var matching = Matching(orders, filter);
            return waits
                ? matching.Where(o => o.State == WorkOrderState.AwaitingRequester)
                : ToAnswer(matching).Where(o => o.UrgentAt == null);
        }
    }

    private static IQueryable<WorkOrder> ToAnswer(IQueryable<WorkOrder> open) =>
        open.Where(o => o.State != WorkOrderState.AwaitingRequester);

    private IQueryable<InboxRow> Closed(InboxFilter filter, Cursor? after, int take, Actor by)
    {
        var me = by.Id;
        var answers = by.Reaches(Feature.Answering);
        var parts = answers ? [db.Set<WorkOrder>().AsNoTracking().Where(o => o.ClosedById == me)] : db.Mine(by);
        // A court's closed orders run into millions: there a text must be a whole number or name, which an index finds.
        return parts
            .Select(orders => Matching(orders.Where(o => o.ClosedAt != null), filter, whole: !answers))
            .NewestFirst(
                after,
                o => o.ClosedAt,
                o => o.Id,
                take,
                few: by.ExtentOf(Feature.Desk) == Extent.Cases ? o => o.ClosedAt ?? o.ReceivedAt : null
            )
            .Select(InboxRow.From);
    }

    /// <summary>An order handed over twice by the same person stands at the later time.</summary>
    private IQueryable<InboxRow> HandedOver(InboxFilter filter, Cursor? after, int take, Actor by)
    {
        var me = by.Id;
        var mine = db.Set<WorkOrderEntry>().AsNoTracking().Where(e => e.AuthorId == me && e.Kind == EntryKind.HandOver);
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
                IsSensitive = r.Order.IsSensitive,
            });
    }

    /// <summary>
    /// The open ones of it. Those of the cases a clerk assists are looked up first: asked for the earliest of them, the database goes through
    /// all that is open until it has a page.
    /// </summary>
    private async Task<List<IQueryable<WorkOrder>>> Open(Actor by, CancellationToken ct)
    {
        var parts = db.Mine(by);
        if (by.ExtentOf(Feature.Desk) == Extent.Cases)
        {
            var assisted = await db.Assisted(by.Id).Where(o => o.ClosedAt == null).Select(o => o.Id).ToListAsync(ct);
            parts = [parts[0], db.Set<WorkOrder>().AsNoTracking().Where(o => assisted.Contains(o.Id))];
        }

        return parts.ConvertAll(orders => orders.Where(o => o.ClosedAt == null));
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

    private sealed class Bands
    {
        public bool Waits { get; init; }
        public int All { get; init; }
        public int Late { get; init; }
        public int Today { get; init; }
        public int Soon { get; init; }

        /// <summary>To be added up: those that wait for the requester are not for us to answer.</summary>
        public InboxCounts Counts => Waits ? new(-All, All, -Late, -Today, -Soon, Late) : new(All, 0, Late, Today, Soon);
    }
}
