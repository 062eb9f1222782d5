using Domain.Calendar;
using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>The indicators of a scope and of its parts in a period, and of the period before.</summary>
public sealed class StatisticsQueries(CourtDb db, FigureReader figures, ICalendars calendars, TimeProvider clock)
{
    /// <returns>Null where the person may not look, or there is no such unit.</returns>
    public async Task<Statistics?> Read(FigureScope asked, FigurePeriod period, Actor by, CancellationToken ct)
    {
        if (FigureScope.For(by, asked) is not { } scope || await Path(scope, ct) is not { } path)
            return null;
        var now = clock.GetUtcNow();
        var calendar = await calendars.Current(ct);
        return await figures.Read(
            async view =>
            {
                var today = ChinaTime.DayOf(now);
                var cases = await OpenCases(view, scope, period.To, FigureUnit.None);
                var ofParts = scope.Parts == FigureUnit.None ? null : await Sums(view, scope, period, today, scope.Parts);
                var parts = ofParts is null ? [] : await Parts(view, scope, ofParts, period, today, calendar, ct);
                // Of courts the sums are those of the whole once more; of divisions and people they are finer figures than a court's own.
                var whole = scope.Parts == FigureUnit.Court ? ofParts! : await Sums(view, scope, period, today, FigureUnit.None);
                var before = period.Before(today);
                return new Statistics(
                    scope,
                    path,
                    period,
                    before,
                    whole.AsIndicators(today, calendar),
                    (await Sums(view, scope, before, today, FigureUnit.None)).AsIndicators(today, calendar),
                    (int)cases.Values.Sum(),
                    parts,
                    now
                );
            },
            ct
        );
    }

    /// <returns>Null where the person may not look, or there is no such unit.</returns>
    public async Task<string?> NameOf(FigureScope asked, Actor by, CancellationToken ct) =>
        FigureScope.For(by, asked) is { } scope ? (await Path(scope, ct))?[^1].Name : null;

    private async Task<List<StatisticsRow>> Parts(
        FigureView view,
        FigureScope scope,
        PeriodSums sums,
        FigurePeriod period,
        DateOnly today,
        WorkCalendar calendar,
        CancellationToken ct
    )
    {
        var units = sums.Period.Concat(sums.Limits).Concat(sums.Open).Select(s => s.Unit).ToHashSet();
        var names = await Names(scope, units, ct);
        var cases = await OpenCases(view, scope, period.To, scope.Parts);
        return
        [
            .. from unit in units
            let its = sums.Of(unit).AsIndicators(today, calendar)
            orderby its.Received descending, its.Open descending
            select new StatisticsRow(
                unit,
                unit == Guid.Empty ? "12368 坐席当场答复" : names.GetValueOrDefault(unit, "—"),
                its,
                (int)cases.GetValueOrDefault(unit)
            ),
        ];
    }

    private static async Task<PeriodSums> Sums(FigureView view, FigureScope scope, FigurePeriod period, DateOnly today, FigureUnit by)
    {
        FigureQuery Of(FigureMetric[] metrics, DateOnly from, DateOnly to) =>
            new(metrics, from, to)
            {
                CourtId = scope.CourtId,
                DivisionId = scope.DivisionId,
                OwnerId = scope.OwnerId,
                By = by,
            };
        var lastFallen = period.To < today ? period.To : today.AddDays(-1);
        return new(
            await view.Sums(Of(Indicators.OfPeriod, period.From, period.To)),
            await view.Sums(Of(Indicators.OfLimits, period.From, lastFallen)),
            await view.Sums(Of([FigureMetric.Open], DateOnly.MinValue, DateOnly.MaxValue) with { ByDay = true })
        );
    }

    internal Task<Dictionary<Guid, string>> Names(FigureScope scope, HashSet<Guid> units, CancellationToken ct) =>
        scope.Parts switch
        {
            FigureUnit.Court => db.Set<Court>().ToDictionaryAsync(c => c.Id, c => c.ShortName, ct),
            FigureUnit.Division => db.Set<Division>()
                .Where(d => d.CourtId == scope.CourtId)
                .ToDictionaryAsync(d => d.Id, d => d.ShortName, ct),
            _ => db.Set<Staff>().Where(s => units.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct),
        };

    /// <summary>What stands above the table: 全市, the court, the division, the person.</summary>
    internal async Task<IReadOnlyList<ScopeStep>?> Path(FigureScope scope, CancellationToken ct)
    {
        List<ScopeStep> path = [new("全市法院", FigureScope.All)];
        if (scope.CourtId is { } court)
        {
            if (await db.Set<Court>().Where(c => c.Id == court).Select(c => c.ShortName).SingleOrDefaultAsync(ct) is not { } name)
                return null;
            path.Add(new(name, new FigureScope { CourtId = court }));
        }

        if (scope.DivisionId is { } division)
        {
            var name =
                division == Guid.Empty
                    ? "12368 坐席"
                    : await db.Set<Division>()
                        .Where(d => d.Id == division && d.CourtId == scope.CourtId)
                        .Select(d => d.ShortName)
                        .SingleOrDefaultAsync(ct);
            if (name is null)
                return null;
            path.Add(new(name, new FigureScope { CourtId = scope.CourtId, DivisionId = division }));
        }

        if (scope.OwnerId is { } owner)
        {
            if (await db.Set<Staff>().Where(s => s.Id == owner).Select(s => s.Name).SingleOrDefaultAsync(ct) is not { } name)
                return null;
            path.Add(new(name, scope));
        }

        return path;
    }

    /// <summary>占案比 is of the cases that were open when the period ended: what is open now, less what moved since.</summary>
    private static async Task<Dictionary<Guid, long>> OpenCases(FigureView view, FigureScope scope, DateOnly ended, FigureUnit by)
    {
        var of = new FigureQuery([FigureMetric.CasesOpen], CaseFigures.NoDay, CaseFigures.NoDay)
        {
            CourtId = scope.CourtId,
            DivisionId = scope.DivisionId,
            OwnerId = scope.OwnerId,
            By = by,
        };
        var now = await view.Sums(of);
        var since = await view.Sums(of with { Metrics = [FigureMetric.CasesMoved], From = ended.AddDays(1), To = DateOnly.MaxValue });
        var open = now.ToDictionary(s => s.Unit, s => s.Value);
        foreach (var moved in since)
            open[moved.Unit] = open.GetValueOrDefault(moved.Unit) - moved.Value;
        return open;
    }

    private sealed record PeriodSums(IReadOnlyList<FigureSum> Period, IReadOnlyList<FigureSum> Limits, IReadOnlyList<FigureSum> Open)
    {
        public PeriodSums Of(Guid unit) =>
            new([.. Period.Where(s => s.Unit == unit)], [.. Limits.Where(s => s.Unit == unit)], [.. Open.Where(s => s.Unit == unit)]);

        public Indicators AsIndicators(DateOnly today, WorkCalendar calendar) => Indicators.From(Period, Limits, Open, today, calendar);
    }
}

public sealed record ScopeStep(string Name, FigureScope Scope);

/// <param name="Cases">Open when the period ended: the base of 占案比.</param>
public sealed record Statistics(
    FigureScope Scope,
    IReadOnlyList<ScopeStep> Path,
    FigurePeriod Period,
    FigurePeriod PeriodBefore,
    Indicators Total,
    Indicators Before,
    int Cases,
    IReadOnlyList<StatisticsRow> Parts,
    DateTimeOffset At
)
{
    public string Name => Path[^1].Name;
}

public sealed record StatisticsRow(Guid Unit, string Name, Indicators Indicators, int Cases);
