using Domain.Calendar;
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
                Task<PeriodFigures> Of(FigurePeriod its, FigureUnit by) => PeriodFigures.Read(view, scope, its, by, today, calendar);
                var ofParts = scope.Parts == FigureUnit.None ? null : await Of(period, scope.Parts);
                // Of courts the sums are those of the whole once more; of divisions and people they are finer figures than a court's own.
                var whole = scope.Parts == FigureUnit.Court ? ofParts! : await Of(period, FigureUnit.None);
                var before = period.Before(today);
                return new Statistics(
                    scope,
                    path,
                    period,
                    before,
                    whole.Whole,
                    (await Of(before, FigureUnit.None)).Whole,
                    ofParts is null ? [] : await Parts(scope, ofParts, ct),
                    now
                );
            },
            ct
        );
    }

    /// <returns>Null where the person may not look, or there is no such unit.</returns>
    public async Task<string?> NameOf(FigureScope asked, Actor by, CancellationToken ct) =>
        FigureScope.For(by, asked) is { } scope ? (await Path(scope, ct))?[^1].Name : null;

    private async Task<List<StatisticsRow>> Parts(FigureScope scope, PeriodFigures figures, CancellationToken ct)
    {
        var units = figures.Units.ToHashSet();
        var names = await Names(scope, units, ct);
        var guests = await Guests(scope, units, ct);
        return
        [
            .. from unit in units
            let its = figures.Of(unit)
            orderby its.Received descending, its.Open descending
            select new StatisticsRow(
                unit,
                unit == Guid.Empty ? "12368 坐席当场答复" : names.GetValueOrDefault(unit, "—"),
                its,
                guests.Contains(unit)
            ),
        ];
    }

    /// <summary>Who answered orders of the unit at once and was never of it: the hotline, by itself or by its people.</summary>
    private async Task<HashSet<Guid>> Guests(FigureScope scope, HashSet<Guid> units, CancellationToken ct) =>
        scope.Parts == FigureUnit.Owner
            ?
            [
                .. units.Except(
                    await db.Set<Post>()
                        .Where(p => p.DivisionId == scope.DivisionId && units.Contains(p.StaffId))
                        .Select(p => p.StaffId)
                        .ToListAsync(ct)
                ),
            ]
            : [Guid.Empty];

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
}

public sealed record ScopeStep(string Name, FigureScope Scope);

public sealed record Statistics(
    FigureScope Scope,
    IReadOnlyList<ScopeStep> Path,
    FigurePeriod Period,
    FigurePeriod PeriodBefore,
    Indicators Total,
    Indicators Before,
    IReadOnlyList<StatisticsRow> Parts,
    DateTimeOffset At
)
{
    public string Name => Path[^1].Name;
}

/// <param name="IsGuest">Not of the unit above it: counted there, and in no ranking.</param>
public sealed record StatisticsRow(Guid Unit, string Name, Indicators Indicators, bool IsGuest = false);
