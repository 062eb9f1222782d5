using Domain.Calendar;
using Domain.Figures;

namespace Infrastructure.Figures;

/// <summary>
/// The one reading of a scope's indicators in a period, for every screen and file: of the whole, and of its parts. How many are open or late
/// at the end of a past day is how many are now, less what moved since.
/// </summary>
internal sealed class PeriodFigures
{
    private readonly ILookup<Guid, FigureSum> _period,
        _due,
        _open,
        _openSince,
        _lateSince,
        _cases,
        _casesSince;
    private readonly DateOnly _today;
    private readonly WorkCalendar _calendar;

    private PeriodFigures(IReadOnlyList<ILookup<Guid, FigureSum>> sums, DateOnly today, WorkCalendar calendar)
    {
        (_period, _due, _open, _openSince) = (sums[0], sums[1], sums[2], sums[3]);
        (_lateSince, _cases, _casesSince) = (sums[4], sums[5], sums[6]);
        (_today, _calendar) = (today, calendar);
    }

    /// <summary>Those that anything was counted of.</summary>
    public IEnumerable<Guid> Units =>
        new[] { _period, _due, _open, _openSince }.SelectMany(sums => sums.Select(unit => unit.Key)).Distinct();

    /// <param name="by">What the figures are of: the whole, or each of the parts.</param>
    public static async Task<PeriodFigures> Read(
        FigureView view,
        FigureScope scope,
        FigurePeriod period,
        FigureUnit by,
        DateOnly today,
        WorkCalendar calendar
    )
    {
        var (ended, yesterday) = (period.To, today.AddDays(-1));
        async Task<ILookup<Guid, FigureSum>> Sums(FigureMetric[] metrics, DateOnly from, DateOnly to, bool byDay = false)
        {
            var query = new FigureQuery(metrics, from, to)
            {
                CourtId = scope.CourtId,
                DivisionId = scope.DivisionId,
                OwnerId = scope.OwnerId,
                By = by,
                ByDay = byDay,
            };
            return (from <= to ? await view.Sums(query) : []).ToLookup(s => s.Unit);
        }

        return new(
            [
                await Sums(Indicators.OfPeriod, period.From, ended),
                await Sums([FigureMetric.Due], period.From, ended < today ? ended : yesterday),
                await Sums([FigureMetric.Open], DateOnly.MinValue, DateOnly.MaxValue, byDay: true),
                await Sums([FigureMetric.OpenMoved], ended.AddDays(1), today),
                await Sums([FigureMetric.LateMoved], ended.AddDays(1), today),
                await Sums([FigureMetric.CasesOpen], CaseFigures.NoDay, CaseFigures.NoDay),
                await Sums([FigureMetric.CasesMoved], ended.AddDays(1), DateOnly.MaxValue),
            ],
            today,
            calendar
        );
    }

    /// <summary>Of all that was read.</summary>
    public Indicators Whole => From(sums => sums.SelectMany(unit => unit));

    public Indicators Of(Guid unit) => From(sums => sums[unit]);

    /// <summary>What is open now by the day of the limit and the level told, whatever the period.</summary>
    public IReadOnlyList<FigureSum> OpenNow(Guid unit) => [.. _open[unit]];

    private Indicators From(Func<ILookup<Guid, FigureSum>, IEnumerable<FigureSum>> of)
    {
        var open = of(_open).ToList();
        return Indicators.From(
            [.. of(_period)],
            [.. of(_due)],
            (
                open.Sum(o => o.Value) - of(_openSince).Sum(m => m.Value),
                open.Where(o => o.Day < _today).Sum(o => o.Value) - of(_lateSince).Sum(m => m.Value),
                of(_cases).Sum(c => c.Value) - of(_casesSince).Sum(m => m.Value)
            ),
            _calendar
        );
    }
}
