using Domain.Figures;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>
/// Which orders one list counts, of one scope and period: those that say so as they stand, without those that a carry takes off, and those
/// that a carry keeps. Two sources, each in the list's order; a row of the second comes behind those of the first at the same moment.
/// </summary>
internal sealed class LedgerOrders(CourtDb db, LedgerList list, FigureScope scope, FigurePeriod period, DateOnly today)
{
    /// <summary>Where a cursor's row came from.</summary>
    public const long Standing = 0,
        Kept = 1;

    /// <summary>A late order is told of within a working day of its limit: holidays are shorter.</summary>
    private const int LongestUntilTold = 31;

    private readonly DateOnly _lastLimit = period.To < today ? period.To : today.AddDays(-1);

    /// <summary>How many there are at a past day's end, not now.</summary>
    private bool IsOfPast => list.IsOfMoment() && period.To < today;

    private bool IsEarliestFirst =>
        list is LedgerList.Open or LedgerList.Late or LedgerList.Due or LedgerList.Missed or LedgerList.Supervised;

    /// <summary>What is counted otherwise than the orders say now, of this list, scope and period. Of a moment: since then.</summary>
    public IQueryable<FigureCarry> Carries
    {
        get
        {
            var (metric, tag) = list.Counted();
            var (from, to) = list switch
            {
                LedgerList.Open or LedgerList.Late => (period.To.AddDays(1), DateOnly.MaxValue),
                LedgerList.Due or LedgerList.Missed => (period.From, _lastLimit),
                _ => (period.From, period.To),
            };
            var carries = db.Set<FigureCarry>().AsNoTracking().Where(c => c.Metric == metric && c.Day >= from && c.Day <= to);
            if (tag is not null)
                carries = carries.Where(c => c.Tag == tag);
            if (scope.CourtId is { } court)
                carries = carries.Where(c => c.CourtId == court);
            if (scope.DivisionId is { } division)
                carries = carries.Where(c => c.DivisionId == division);
            return scope.OwnerId is { } owner ? carries.Where(c => c.OwnerId == owner) : carries;
        }
    }

    /// <summary>One row more than the page shows.</summary>
    public async Task<List<Cursor>> Keys(Cursor? after, int size, CancellationToken ct)
    {
        var standing = await Ordered(Where(StandingOrders()), BehindStanding(after), size).ToListAsync(ct);
        if (list.IsOfMoment() && !IsOfPast)
            return standing;
        var kept = await KeptKeys(BehindKept(after), size, ct);
        var all = standing.Concat(kept.Select(k => k with { Position = Kept }));
        var sorted = IsEarliestFirst
            ? all.OrderBy(k => k.At).ThenBy(k => k.Position)
            : all.OrderByDescending(k => k.At).ThenBy(k => k.Position);
        return [.. sorted.Take(size + 1)];
    }

    // At the moment of a kept row all standing ones were shown, at that of a standing one no kept.
    private Cursor? BehindStanding(Cursor? after) =>
        after is { Position: Kept } ? after with { Id = IsEarliestFirst ? Guid.AllBitsSet : Guid.Empty } : after;

    private Cursor? BehindKept(Cursor? after) =>
        after is { Position: Standing } ? after with { Id = IsEarliestFirst ? Guid.Empty : Guid.AllBitsSet } : after;

    private async Task<List<Cursor>> KeptKeys(Cursor? after, int size, CancellationToken ct)
    {
        var carries = Carries;
        if (IsOfPast)
        {
            var were = carries.GroupBy(c => c.SubjectId).Where(g => g.Sum(c => c.Value) < 0).Select(g => g.Key);
            return await Ordered(db.Set<WorkOrder>().AsNoTracking().Where(o => were.Contains(o.Id)), after, size).ToListAsync(ct);
        }

        var moved = carries
            .GroupBy(c => new { c.SubjectId, c.Day })
            .Where(g => g.Sum(c => c.Value) > 0)
            .Select(g => new Moved { SubjectId = g.Key.SubjectId, Day = g.Key.Day });
        var page = IsEarliestFirst
            ? moved.EarliestFirst(after, m => m.Day, m => m.SubjectId, size)
            : moved.NewestFirst(after, m => m.Day, m => m.SubjectId, size);
        return (await page.ToListAsync(ct)).ConvertAll(m => new Cursor(ChinaTime.StartOf(m.Day), m.SubjectId));
    }

    /// <summary>Those that say so as they stand, without those that did not at the time.</summary>
    private IQueryable<WorkOrder> StandingOrders()
    {
        var carries = Carries;
        var orders = db.Set<WorkOrder>().AsNoTracking();
        return list switch
        {
            LedgerList.Open or LedgerList.Late => IsOfPast
                ? OpenAtEnd(orders).Where(o => carries.Where(c => c.SubjectId == o.Id).Sum(c => c.Value) <= 0)
                : OpenAtEnd(orders),
            LedgerList.Restarted => Said(orders)
                .Where(o =>
                    !carries.Where(c => c.SubjectId == o.Id).GroupBy(c => c.Day).Any(g => g.Sum(c => c.Value) + o.RestartCount <= 0)
                ),
            LedgerList.Reopened => Said(orders)
                .Where(o =>
                    !carries.Where(c => c.SubjectId == o.Id).GroupBy(c => c.Day).Any(g => g.Sum(c => c.Value) + o.ReopenCount <= 0)
                ),
            _ => Said(orders).Where(o => !carries.Where(c => c.SubjectId == o.Id).GroupBy(c => c.Day).Any(g => g.Sum(c => c.Value) < 0)),
        };
    }

    private IQueryable<WorkOrder> OpenAtEnd(IQueryable<WorkOrder> orders)
    {
        var (ends, ended) = (period.Ends, period.To);
        return (list, IsOfPast) switch
        {
            (LedgerList.Open, false) => orders.Where(o => o.ClosedAt == null),
            (LedgerList.Late, false) => orders.Where(o => o.ClosedAt == null && o.DueDay < today),
            (LedgerList.Open, true) => orders.Where(o => o.ReceivedAt < ends && (o.ClosedAt == null || o.ClosedAt >= ends)),
            _ => orders.Where(o => o.DueDay < ended && (o.ClosedAt == null || o.ClosedAt >= ends)),
        };
    }

    private IQueryable<WorkOrder> Said(IQueryable<WorkOrder> orders)
    {
        var (starts, ends) = (period.Starts, period.Ends);
        // A limit is 24:00 of its day: those of the period that are over.
        var lastLimit = ChinaTime.StartOf(_lastLimit.AddDays(1));
        var dispatched = orders.Where(o => o.DispatchedAt != null && o.MergedIntoId == null);
        var due = dispatched.Where(o => o.DueAt > starts && o.DueAt <= lastLimit);
        var received = orders.Where(o => o.ReceivedAt >= starts && o.ReceivedAt < ends);
        var closed = orders.Where(o => o.ClosedAt >= starts && o.ClosedAt < ends);
        var rated = orders.Where(o => o.Satisfaction != null && o.RatedAt >= starts && o.RatedAt < ends);
        var longBefore = starts.AddDays(-LongestUntilTold);
        return list switch
        {
            LedgerList.Received => received,
            LedgerList.Repeated => received.Where(o => o.IsRepeat),
            LedgerList.Restarted => received.Where(o => o.RestartCount > 0),
            LedgerList.Reopened => received.Where(o => o.ReopenCount > 0),
            LedgerList.Closed => closed,
            LedgerList.Merged => closed.Where(o => o.MergedIntoId != null),
            LedgerList.Due => due,
            LedgerList.Missed => due.Where(o => o.ClosedAt == null || o.ClosedAt >= o.DueAt),
            LedgerList.Supervised => dispatched.Where(o =>
                o.Level > 0 && o.Level1At >= starts && o.Level1At < ends && o.DueAt > longBefore && o.DueAt < ends
            ),
            LedgerList.Rated => rated,
            LedgerList.Dissatisfied => rated.Where(o => o.Satisfaction == Satisfaction.Dissatisfied),
            LedgerList.Replied => dispatched.Where(o => o.FirstReplyAt >= starts && o.FirstReplyAt < ends),
            _ => throw new InvalidOperationException($"{list} is of a moment."),
        };
    }

    private IQueryable<WorkOrder> Where(IQueryable<WorkOrder> orders)
    {
        if (scope.CourtId is { } court)
            orders = orders.Where(o => (o.CountsInCourtId ?? o.CourtId) == court);
        if (scope.DivisionId is { } division)
            orders = orders.Where(o => (o.CountsInDivisionId ?? o.DivisionId) == division);
        return scope.OwnerId is { } owner ? OfOwner(orders.Where(o => o.OwnerId == owner)) : orders;
    }

    /// <summary>
    /// One person's are few among a period's: the indexes of their open and of their closed orders find them together once it is said that an
    /// order is open or closed. Nothing is closed before it came.
    /// </summary>
    private IQueryable<WorkOrder> OfOwner(IQueryable<WorkOrder> orders)
    {
        var since = list switch
        {
            LedgerList.Received or LedgerList.Repeated or LedgerList.Restarted or LedgerList.Reopened => period.Starts,
            LedgerList.Closed or LedgerList.Merged or LedgerList.Open or LedgerList.Late => (DateTimeOffset?)null, // said already
            _ => DateTimeOffset.UnixEpoch,
        };
        return since is { } from ? orders.Where(o => o.ClosedAt == null || o.ClosedAt >= from) : orders;
    }

    /// <summary>Late ones by their limit; others by what they are listed for, the newest first. Each by an index.</summary>
    private IQueryable<Cursor> Ordered(IQueryable<WorkOrder> orders, Cursor? after, int size) =>
        list switch
        {
            _ when IsEarliestFirst => orders.EarliestFirst(after, o => o.DueAt, o => o.Id, size).Select(o => new Cursor(o.DueAt, o.Id)),
            LedgerList.Closed or LedgerList.Merged => orders
                .NewestFirst(after, o => o.ClosedAt, o => o.Id, size)
                .Select(o => new Cursor(o.ClosedAt!.Value, o.Id)),
            LedgerList.Replied => orders
                .NewestFirst(after, o => o.FirstReplyAt, o => o.Id, size)
                .Select(o => new Cursor(o.FirstReplyAt!.Value, o.Id)),
            LedgerList.Rated or LedgerList.Dissatisfied => orders
                .NewestFirst(after, o => o.RatedAt, o => o.Id, size)
                .Select(o => new Cursor(o.RatedAt!.Value, o.Id)),
            _ => orders.NewestFirst(after, o => o.ReceivedAt, o => o.Id, size).Select(o => new Cursor(o.ReceivedAt, o.Id)),
        };

    /// <summary>Counted on a day, whatever its order says now.</summary>
    private sealed class Moved
    {
        public Guid SubjectId { get; init; }
        public DateOnly Day { get; init; }
    }
}
