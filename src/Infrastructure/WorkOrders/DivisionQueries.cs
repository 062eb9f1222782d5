using Domain.Calendar;
using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Figures;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>The orders of a division or a court, late ones first, and the figures above them.</summary>
public sealed class DivisionQueries(CourtDb db, FigureReader figures, ICalendars calendars, TimeProvider clock)
{
    /// <summary>
    /// Courts and divisions that the actor may look at: a head the own division, leaders the own court, the Intermediate Court's
    /// supervisors all.
    /// </summary>
    public async Task<IReadOnlyList<ScopeChoice>> Scopes(Actor by, CancellationToken ct)
    {
        var post = by.Post!;
        var courts = db.Set<Court>().AsNoTracking();
        var extent = by.ExtentOf(Feature.Supervision);
        if (extent != Extent.All)
            courts = courts.Where(c => c.Id == post.CourtId);
        var divisions = db.Set<Division>().AsNoTracking();
        if (extent < Extent.Court)
            divisions = divisions.Where(d => d.Id == post.DivisionId);
        return await (
            from court in courts
            join division in divisions on court.Id equals division.CourtId
            orderby court.Position, division.Position
            select new ScopeChoice(court.Id, court.ShortName, division.Id, division.ShortName)
        ).ToListAsync(ct);
    }

    public async Task<DivisionFigures> Figures(OrderScope scope, Actor by, CancellationToken ct)
    {
        var bands = await Bands(ct);
        var (now, todayEnds, soonEnds) = (bands.Now, bands.TodayEnds, bands.SoonEnds);
        var today = ChinaTime.DayOf(now);
        var todayStarts = ChinaTime.StartOf(today);
        var monthStarts = MonthStarts(now);
        var open = await (await Open(scope, by, ct))
            .GroupBy(o => 1)
            .Select(g => new
            {
                Late = g.Count(o => o.DueAt <= now),
                Level1 = g.Count(o => o.DueAt <= now && o.Level == 1),
                Level2 = g.Count(o => o.DueAt <= now && o.Level == 2),
                Level3 = g.Count(o => o.DueAt <= now && o.Level == 3),
                Today = g.Count(o => o.DueAt > now && o.DueAt <= todayEnds),
                TodayUnread = g.Count(o => o.DueAt > now && o.DueAt <= todayEnds && o.OwnerReadAt == null),
                Soon = g.Count(o => o.DueAt > todayEnds && o.DueAt <= soonEnds),
                All = g.Count(),
                New = g.Count(o => o.DispatchedAt >= todayStarts),
            })
            .SingleOrDefaultAsync(ct);
        var closed = await (await Closed(scope, by, monthStarts, ct))
            .GroupBy(o => 1)
            .Select(g => new
            {
                New = g.Count(o => o.DispatchedAt >= todayStarts),
                Rated = g.Count(o => o.Satisfaction != null),
                Content = g.Count(o => o.Satisfaction == Satisfaction.Satisfied || o.Satisfaction == Satisfaction.BasicallySatisfied),
            })
            .SingleOrDefaultAsync(ct);
        var month = ChinaTime.DayOf(monthStarts);
        var onTime = await OnTime(scope, month, today.AddDays(-1), FigureUnit.None, by, ct);
        var before = await OnTime(scope, month.AddMonths(-1), month.AddDays(-1), FigureUnit.None, by, ct);
        return new DivisionFigures(
            open?.Late ?? 0,
            new LevelCounts(open?.Level1 ?? 0, open?.Level2 ?? 0, open?.Level3 ?? 0),
            open?.Today ?? 0,
            open?.TodayUnread ?? 0,
            open?.Soon ?? 0,
            open?.All ?? 0,
            (open?.New ?? 0) + (closed?.New ?? 0),
            Of(onTime, Guid.Empty),
            Of(before, Guid.Empty),
            new Share(closed?.Content ?? 0, closed?.Rated ?? 0),
            now
        );
    }

    /// <summary>按期办结率 by unit, of the orders whose limit fell on those days, all past; those still open count. From the figures.</summary>
    private async Task<ILookup<Guid, FigureSum>> OnTime(
        OrderScope scope,
        DateOnly from,
        DateOnly to,
        FigureUnit unit,
        Actor by,
        CancellationToken ct
    )
    {
        if (to < from || FigureScope.For(by, new() { CourtId = scope.CourtId, DivisionId = scope.DivisionId }) is not { } its)
            return Enumerable.Empty<FigureSum>().ToLookup(s => s.Unit);
        var due = new FigureQuery([FigureMetric.Due], from, to)
        {
            CourtId = its.CourtId,
            DivisionId = its.DivisionId,
            By = unit,
        };
        var sums = await figures.Read(view => view.Sums(due), ct);
        return sums.ToLookup(s => unit == FigureUnit.None ? Guid.Empty : s.Unit);
    }

    private static Share Of(ILookup<Guid, FigureSum> due, Guid unit) =>
        new((int)due[unit].Where(s => s.Tag == nameof(DueOutcome.OnTime)).Sum(s => s.Value), (int)due[unit].Sum(s => s.Value));

    /// <summary>How many open orders of each group the filter leaves, whatever its tab.</summary>
    public async Task<BandCounts> Counts(OrderScope scope, OrderFilter filter, Actor by, CancellationToken ct)
    {
        var bands = await Bands(ct);
        var (now, todayEnds, soonEnds) = (bands.Now, bands.TodayEnds, bands.SoonEnds);
        return await Filtered(await Open(scope, by, ct), filter with { Tab = OrderTab.All }, bands)
                .GroupBy(o => 1)
                .Select(g => new BandCounts(
                    g.Count(o => o.DueAt <= now),
                    g.Count(o => o.DueAt > now && o.DueAt <= todayEnds),
                    g.Count(o => o.DueAt > todayEnds && o.DueAt <= soonEnds),
                    g.Count(o => o.DueAt > soonEnds)
                ))
                .SingleOrDefaultAsync(ct)
            ?? new BandCounts(0, 0, 0, 0);
    }

    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<Page<DivisionRow>> List(OrderScope scope, OrderFilter filter, Cursor? after, Actor by, CancellationToken ct)
    {
        var bands = await Bands(ct);
        var orders = Filtered(await Open(scope, by, ct), filter, bands);
        var rows = await orders.EarliestFirst(after, o => o.DueAt, o => o.Id).Select(OrderListRow.Of).ToListAsync(ct);
        var page = Page<OrderListRow>.Of(rows, r => new Cursor(r.DueAt, r.Id));
        return new Page<DivisionRow>([.. page.Rows.Select(r => new DivisionRow(r, bands.Of(r.DueAt)))], page.Next);
    }

    /// <summary>Open orders and this month's on-time share of each handler, the most pressed first; judges without orders too.</summary>
    public async Task<IReadOnlyList<Load>> ByHandler(OrderScope scope, Actor by, CancellationToken ct)
    {
        var names = await (
            from p in db.Set<Post>().AsNoTracking()
            where p.DivisionId == scope.DivisionId && p.CourtId == scope.CourtId && p.Role == Role.Judge && p.IsActive && p.Staff.IsActive
            select new { Id = p.StaffId, p.Staff.Name }
        ).ToListAsync(ct);
        return await Loads(scope, by, byDivision: false, names.ToDictionary(n => n.Id, n => n.Name), ct);
    }

    /// <summary>The same by division, for a whole court.</summary>
    public async Task<IReadOnlyList<Load>> ByDivision(OrderScope scope, Actor by, CancellationToken ct)
    {
        var names = await db.Set<Division>()
            .AsNoTracking()
            .Where(d => d.CourtId == scope.CourtId)
            .ToDictionaryAsync(d => d.Id, d => d.ShortName, ct);
        return [.. (await Loads(scope, by, byDivision: true, names, ct)).Where(load => load.Open > 0 || load.OnTime.Of > 0)];
    }

    private async Task<IReadOnlyList<Load>> Loads(
        OrderScope scope,
        Actor by,
        bool byDivision,
        Dictionary<Guid, string> names,
        CancellationToken ct
    )
    {
        var bands = await Bands(ct);
        var (now, todayEnds, soonEnds) = (bands.Now, bands.TodayEnds, bands.SoonEnds);
        var open = await (await Open(scope, by, ct))
            .GroupBy(o => byDivision ? o.DivisionId : o.OwnerId)
            .Select(g => new
            {
                g.Key,
                Name = g.Max(o => o.OwnerName),
                Late = g.Count(o => o.DueAt <= now),
                Today = g.Count(o => o.DueAt > now && o.DueAt <= todayEnds),
                Soon = g.Count(o => o.DueAt > todayEnds && o.DueAt <= soonEnds),
                Later = g.Count(o => o.DueAt > soonEnds),
            })
            .ToListAsync(ct);
        var onTime = await OnTime(
            scope,
            ChinaTime.DayOf(MonthStarts(now)),
            ChinaTime.DayOf(now).AddDays(-1),
            byDivision ? FigureUnit.Division : FigureUnit.Owner,
            by,
            ct
        );
        var judges = byDivision ? [] : names.Keys.ToHashSet();
        foreach (var group in open)
            names.TryAdd(group.Key, group.Name ?? "");
        return
        [
            .. from name in names
            let mine = open.SingleOrDefault(o => o.Key == name.Key)
            let load = new Load(
                name.Key,
                name.Value,
                judges.Contains(name.Key),
                mine?.Late ?? 0,
                mine?.Today ?? 0,
                mine?.Soon ?? 0,
                mine?.Later ?? 0,
                Of(onTime, name.Key)
            )
            orderby load.Late descending, load.Today descending, load.Open descending, load.Name
            select load,
        ];
    }

    private static IQueryable<WorkOrder> Filtered(IQueryable<WorkOrder> orders, OrderFilter filter, DueBands bands)
    {
        var (todayEnds, soonEnds) = (bands.TodayEnds, bands.SoonEnds);
        orders = filter.Tab switch
        {
            OrderTab.LateAndToday => orders.Where(o => o.DueAt <= todayEnds),
            OrderTab.Soon => orders.Where(o => o.DueAt > todayEnds && o.DueAt <= soonEnds),
            _ => orders,
        };
        if (filter.OwnerId is { } owner)
            orders = orders.Where(o => o.OwnerId == owner);
        if (filter.Category is { } category)
            orders = orders.Where(o => o.Category == category);
        if (filter.OnlyUrged)
            orders = orders.Where(o => o.UrgeCount > 0);
        if (filter.OnlyUnread)
            orders = orders.Where(o => o.OwnerReadAt == null);
        return orders;
    }

    private async Task<IQueryable<WorkOrder>> Open(OrderScope scope, Actor by, CancellationToken ct) =>
        (await In(scope, by, ct)).Where(o => o.ClosedAt == null);

    /// <summary>By the index on closing; a merged order was neither late nor in time.</summary>
    private async Task<IQueryable<WorkOrder>> Closed(OrderScope scope, Actor by, DateTimeOffset since, CancellationToken ct) =>
        (await In(scope, by, ct)).Where(o => o.ClosedAt >= since && o.MergedIntoId == null);

    /// <summary>A court's divisions are looked up first: joined, they would be read before the orders and put these out of their order.</summary>
    private async Task<IQueryable<WorkOrder>> In(OrderScope scope, Actor by, CancellationToken ct)
    {
        var court = scope.CourtId;
        var reached = db.VisibleWithin(by, court, scope.DivisionId);
        if (scope.DivisionId is { } division)
            return reached
                .AsNoTracking()
                .Where(o => o.DivisionId == division && db.Set<Division>().Any(d => d.CourtId == court && d.Id == division));
        var divisions = await db.Set<Division>().Where(d => d.CourtId == court).Select(d => d.Id).ToListAsync(ct);
        return reached.AsNoTracking().Where(o => o.CourtId == court && divisions.Contains(o.DivisionId));
    }

    private async Task<DueBands> Bands(CancellationToken ct) => DueBands.At(clock.GetUtcNow(), await calendars.Current(ct));

    private static DateTimeOffset MonthStarts(DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        return ChinaTime.StartOf(new DateOnly(today.Year, today.Month, 1));
    }
}
