using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Figures;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>The orders of a division, a court or both levels, late ones first, and the figures above them.</summary>
public sealed class DivisionQueries(
    CourtDb db,
    FigureReader figures,
    StatisticsQueries statistics,
    ICalendars calendars,
    TimeProvider clock
)
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

    public async Task<DivisionFigures> Figures(FigureScope scope, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (today, todayStarts) = (ChinaTime.DayOf(now), ChinaTime.StartOf(ChinaTime.DayOf(now)));
        var bands = await Bands(ct);
        var month = FigurePeriod.Around(PeriodKind.Month, today);
        var figures = await Read(scope, month, FigureUnit.None, by, ct);
        var before = await Read(scope, FigurePeriod.Around(PeriodKind.Month, month.From.AddDays(-1)), FigureUnit.None, by, ct);
        var open = figures.OpenNow(Guid.Empty);
        int Late(int level) => (int)open.Where(o => o.Day < today && o.Tag[0] - '0' == level).Sum(o => o.Value);
        var orders = await In(scope, by, ct);
        var unread = await orders.CountAsync(
            o => o.ClosedAt == null && o.DueAt > now && o.DueAt <= bands.TodayEnds && o.OwnerReadAt == null,
            ct
        );
        return new DivisionFigures(
            figures.Whole,
            before.Whole,
            new LevelCounts(Late(0), Late(1), Late(2), Late(3)),
            Counts(open, bands).Today,
            unread,
            await orders.CountAsync(o => o.ClosedAt == null && o.DispatchedAt >= todayStarts, ct)
                + await orders.CountAsync(o => o.ClosedAt >= todayStarts && o.DispatchedAt >= todayStarts, ct),
            now
        );
    }

    /// <summary>The figures of what a leader may look at; of nothing where not.</summary>
    private async Task<PeriodFigures> Read(FigureScope asked, FigurePeriod period, FigureUnit unit, Actor by, CancellationToken ct)
    {
        var scope = FigureScope.For(by, asked, Feature.Supervision) ?? new FigureScope { CourtId = Guid.Empty };
        var (today, calendar) = (ChinaTime.DayOf(clock.GetUtcNow()), await calendars.Current(ct));
        return await figures.Read(view => PeriodFigures.Read(view, scope, period, unit, today, calendar), ct);
    }

    /// <summary>By the day of the limit, which ends with it.</summary>
    private static BandCounts Counts(IEnumerable<FigureSum> open, DueBands bands)
    {
        var counts = open.ToLookup(o => bands.Of(ChinaTime.StartOf(o.Day.AddDays(1))), o => o.Value);
        int Of(DueBand band) => (int)counts[band].Sum();
        return new(Of(DueBand.Late), Of(DueBand.Today), Of(DueBand.Soon), Of(DueBand.Later));
    }

    /// <summary>How many open orders of each group the filter leaves, whatever its tab.</summary>
    public async Task<BandCounts> Counts(FigureScope scope, OrderFilter filter, Actor by, CancellationToken ct)
    {
        var bands = await Bands(ct);
        if (!filter.IsSet)
            return Counts(
                (await Read(scope, FigurePeriod.Around(PeriodKind.Day, ChinaTime.DayOf(bands.Now)), FigureUnit.None, by, ct)).OpenNow(
                    Guid.Empty
                ),
                bands
            );
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
    public async Task<Page<DivisionRow>> List(FigureScope scope, OrderFilter filter, Cursor? after, Actor by, CancellationToken ct)
    {
        var bands = await Bands(ct);
        var orders = Filtered(await Open(scope, by, ct), filter, bands);
        var rows = await orders.EarliestFirst(after, o => o.DueAt, o => o.Id).Select(OrderListRow.Of).ToListAsync(ct);
        var page = Page<OrderListRow>.Of(rows, r => new Cursor(r.DueAt, r.Id));
        return new Page<DivisionRow>([.. page.Rows.Select(r => new DivisionRow(r, bands.Of(r.DueAt)))], page.Next);
    }

    /// <summary>
    /// Open orders and this month's on-time share of each handler of a division, each division of a court or each court, the most pressed
    /// first; of a division also judges without orders.
    /// </summary>
    public async Task<IReadOnlyList<Load>> Loads(FigureScope scope, Actor by, CancellationToken ct)
    {
        var bands = await Bands(ct);
        var figures = await Read(scope, FigurePeriod.Around(PeriodKind.Month, ChinaTime.DayOf(bands.Now)), scope.Parts, by, ct);
        var judges = scope.Parts == FigureUnit.Owner ? await Judges(scope, ct) : [];
        var units = figures
            .Units.Where(unit => figures.OpenNow(unit).Count > 0 || (scope.Parts != FigureUnit.Owner && figures.Of(unit).OnTime.Of > 0))
            .Union(judges)
            .ToHashSet();
        var names = await statistics.Names(scope, units, ct);
        return
        [
            .. from unit in units
            let open = Counts(figures.OpenNow(unit), bands)
            let load = new Load(unit, names.GetValueOrDefault(unit, "—"), judges.Contains(unit), open, figures.Of(unit).OnTime)
            orderby open.Late descending, open.Today descending, open.All descending, load.Name
            select load,
        ];
    }

    private Task<List<Guid>> Judges(FigureScope scope, CancellationToken ct) =>
        db.Set<Post>()
            .Where(p =>
                p.DivisionId == scope.DivisionId && p.CourtId == scope.CourtId && p.Role == Role.Judge && p.IsActive && p.Staff.IsActive
            )
            .Select(p => p.StaffId)
            .ToListAsync(ct);

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

    private async Task<IQueryable<WorkOrder>> Open(FigureScope scope, Actor by, CancellationToken ct) =>
        (await In(scope, by, ct)).Where(o => o.ClosedAt == null);

    /// <summary>A court's divisions are looked up first: joined, they would be read before the orders and put these out of their order.</summary>
    private async Task<IQueryable<WorkOrder>> In(FigureScope scope, Actor by, CancellationToken ct)
    {
        if (scope.CourtId is not { } court)
            return db.VisibleTo(by).AsNoTracking();
        var reached = db.VisibleWithin(by, court, scope.DivisionId);
        if (scope.DivisionId is { } division)
            return reached
                .AsNoTracking()
                .Where(o => o.DivisionId == division && db.Set<Division>().Any(d => d.CourtId == court && d.Id == division));
        var divisions = await db.Set<Division>().Where(d => d.CourtId == court).Select(d => d.Id).ToListAsync(ct);
        return reached.AsNoTracking().Where(o => o.CourtId == court && divisions.Contains(o.DivisionId));
    }

    private async Task<DueBands> Bands(CancellationToken ct) => DueBands.At(clock.GetUtcNow(), await calendars.Current(ct));
}
