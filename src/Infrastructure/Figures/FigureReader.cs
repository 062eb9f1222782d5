using Domain.Figures;
using Domain.Organisation;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>Reads figures exactly: those kept and the deltas that wait, at one moment.</summary>
public sealed class FigureReader(CourtDb db, FigureTable table)
{
    public async Task<TResult> Read<TResult>(Func<FigureView, Task<TResult>> ask, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(table.OneMoment, ct);
        Dictionary<FigureKey, long> waiting = [];
        await foreach (var changes in db.Set<FigureDelta>().AsNoTracking().Select(d => d.Changes).AsAsyncEnumerable().WithCancellation(ct))
            waiting.Add(FigureChange.Read(changes).AtEveryGrain());
        return await ask(new FigureView(db, waiting.ToLookup(w => (w.Key.Grain, w.Key.Metric)), ct));
    }

    /// <summary>How many orders are open at both levels, by the day of their limit: to count them takes longer than anybody waits.</summary>
    public async Task<OpenOrders> Open(CancellationToken ct) =>
        new(await Read(view => view.Sums(new FigureQuery([FigureMetric.Open], DateOnly.MinValue, DateOnly.MaxValue) { ByDay = true }), ct));
}

/// <summary>How many orders are open, by the day of their limit.</summary>
public sealed record OpenOrders(IReadOnlyList<FigureSum> ByDay)
{
    /// <summary>All, and those that are late: a limit is 24:00 of its day.</summary>
    public Tally On(DateOnly today) => new((int)ByDay.Sum(o => o.Value), (int)ByDay.Where(o => o.Day < today).Sum(o => o.Value));

    /// <param name="from">First and last day, both included.</param>
    public int Due(DateOnly from, DateOnly to) => (int)ByDay.Where(o => o.Day >= from && o.Day <= to).Sum(o => o.Value);
}

public enum FigureUnit
{
    None,
    Court,
    Division,
    Owner,
}

/// <summary>Which figures, and what they are added up by.</summary>
/// <param name="From">First and last day, both included.</param>
public sealed record FigureQuery(IReadOnlyList<FigureMetric> Metrics, DateOnly From, DateOnly To)
{
    /// <summary>Null is all courts.</summary>
    public Guid? CourtId { get; init; }

    public Guid? DivisionId { get; init; }
    public Guid? OwnerId { get; init; }
    public FigureUnit By { get; init; }
    public bool ByDay { get; init; }

    internal FigureGrain Grain =>
        OwnerId is not null || By == FigureUnit.Owner ? FigureGrain.Owner
        : DivisionId is not null || By == FigureUnit.Division ? FigureGrain.Division
        : FigureGrain.Court;
}

/// <param name="Unit">Of <see cref="FigureQuery.By"/>; empty without.</param>
/// <param name="Day">Default unless asked by day.</param>
public sealed record FigureSum(FigureMetric Metric, Guid Unit, DateOnly Day, string Tag, long Value);

/// <summary>The figures of one moment.</summary>
public sealed class FigureView
{
    private readonly CourtDb _db;
    private readonly ILookup<(FigureGrain, FigureMetric), KeyValuePair<FigureKey, long>> _waiting;
    private readonly CancellationToken _ct;
    private List<Guid>? _courts;
    private Dictionary<Guid, Guid>? _divisions; // and their courts

    /// <summary>Not for the container: a view ends with its transaction.</summary>
    /// <param name="waiting">What the deltas add up to.</param>
    internal FigureView(CourtDb db, ILookup<(FigureGrain, FigureMetric), KeyValuePair<FigureKey, long>> waiting, CancellationToken ct) =>
        (_db, _waiting, _ct) = (db, waiting, ct);

    public async Task<IReadOnlyList<FigureSum>> Sums(FigureQuery query)
    {
        var kept = await Kept(query);
        var more = query
            .Metrics.SelectMany(metric => _waiting[(query.Grain, metric)])
            .Where(w => Fits(w.Key, query))
            .Select(w => new FigureSum(w.Key.Metric, UnitOf(w.Key, query.By), query.ByDay ? w.Key.Day : default, w.Key.Tag, w.Value));
        return
        [
            .. from sum in kept.Concat(more)
            group sum.Value by (sum.Metric, sum.Unit, sum.Day, sum.Tag) into same
            let value = same.Sum()
            where value != 0
            select new FigureSum(same.Key.Metric, same.Key.Unit, same.Key.Day, same.Key.Tag, value),
        ];
    }

    private async Task<List<FigureSum>> Kept(FigureQuery query)
    {
        var (grain, metrics, from, to) = (query.Grain, query.Metrics, query.From, query.To);
        var figures = _db.Set<Figure>()
            .AsNoTracking()
            .Where(f => f.Grain == grain && metrics.Contains(f.Metric) && f.Day >= from && f.Day <= to);
        // By the key, court for court and division for division.
        var courts = query.CourtId is { } court ? [court] : await Courts();
        figures = figures.Where(f => courts.Contains(f.CourtId));
        List<Guid> divisions =
            query.DivisionId is { } division ? [division]
            : grain == FigureGrain.Court ? [Guid.Empty]
            : [Guid.Empty, .. await Divisions(courts)];
        figures = figures.Where(f => divisions.Contains(f.DivisionId));
        if (query.OwnerId is { } owner)
            figures = figures.Where(f => f.OwnerId == owner);
        var byUnit = query.By switch
        {
            FigureUnit.Court => figures.Select(f => new
            {
                f.Metric,
                Unit = f.CourtId,
                f.Day,
                f.Tag,
                f.Value,
            }),
            FigureUnit.Owner => figures.Select(f => new
            {
                f.Metric,
                Unit = f.OwnerId,
                f.Day,
                f.Tag,
                f.Value,
            }),
            _ => figures.Select(f => new
            {
                f.Metric,
                Unit = f.DivisionId,
                f.Day,
                f.Tag,
                f.Value,
            }),
        };
        var sums = query.ByDay
            ? byUnit
                .GroupBy(f => new
                {
                    f.Metric,
                    f.Unit,
                    f.Day,
                    f.Tag,
                })
                .Select(g => new FigureSum(g.Key.Metric, g.Key.Unit, g.Key.Day, g.Key.Tag, g.Sum(f => f.Value)))
            : byUnit
                .GroupBy(f => new
                {
                    f.Metric,
                    f.Unit,
                    f.Tag,
                })
                .Select(g => new FigureSum(g.Key.Metric, g.Key.Unit, default, g.Key.Tag, g.Sum(f => f.Value)));
        var found = await sums.ToListAsync(_ct);
        return query.By == FigureUnit.None ? found.ConvertAll(f => f with { Unit = Guid.Empty }) : found;
    }

    private async Task<List<Guid>> Courts() => _courts ??= await _db.Set<Court>().Select(c => c.Id).ToListAsync(_ct);

    private async Task<List<Guid>> Divisions(List<Guid> courts)
    {
        _divisions ??= await _db.Set<Division>().Select(d => new { d.Id, d.CourtId }).ToDictionaryAsync(d => d.Id, d => d.CourtId, _ct);
        return [.. _divisions.Where(d => courts.Contains(d.Value)).Select(d => d.Key)];
    }

    private static bool Fits(FigureKey key, FigureQuery query) =>
        key.Day >= query.From
        && key.Day <= query.To
        && (query.CourtId is null || key.CourtId == query.CourtId)
        && (query.DivisionId is null || key.DivisionId == query.DivisionId)
        && (query.OwnerId is null || key.OwnerId == query.OwnerId);

    private static Guid UnitOf(FigureKey key, FigureUnit by) =>
        by switch
        {
            FigureUnit.Court => key.CourtId,
            FigureUnit.Division => key.DivisionId,
            FigureUnit.Owner => key.OwnerId,
            _ => Guid.Empty,
        };
}
