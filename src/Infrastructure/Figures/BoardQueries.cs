using System.Globalization;
using Domain.Calendar;
using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>
/// Reads a wallboard from the figures. Two looks at orders only: the few late longest, and the minutes of a week ago that no figure is fine
/// enough for.
/// </summary>
public sealed class BoardQueries(CourtDb db, FigureReader figures, ICalendars calendars, TimeProvider clock)
{
    public const int DaysShown = 15;
    public const int OldestShown = 9;

    /// <param name="courtId">Null is both levels.</param>
    public async Task<Board> Read(Guid? courtId, CancellationToken ct)
    {
        var moment = new Moment(clock.GetUtcNow(), await calendars.Current(ct));
        return await figures.Read(view => Read(view, courtId, moment, ct), ct);
    }

    private async Task<Board> Read(FigureView view, Guid? courtId, Moment moment, CancellationToken ct)
    {
        var (now, calendar) = moment;
        var today = ChinaTime.DayOf(now);
        var names = await Names(courtId, ct);
        var scope = new FigureScope { CourtId = courtId };
        var thisMonth = await PeriodFigures.Read(view, scope, FigurePeriod.Around(PeriodKind.Month, today), scope.Parts, today, calendar);
        var lastMonth = FigurePeriod.Around(PeriodKind.Month, new DateOnly(today.Year, today.Month, 1).AddDays(-1));
        var open = thisMonth.Units.SelectMany(thisMonth.OpenNow).ToList();
        var days = await view.Sums(
            Of(courtId, [FigureMetric.Received, FigureMetric.Closed], today.AddDays(1 - DaysShown), today) with
            {
                ByDay = true,
            }
        );
        var kinds = await view.Sums(Of(courtId, [FigureMetric.ReceivedKind], today, today));
        var due = await view.Sums(Of(courtId, [FigureMetric.Due], today, today));
        return new Board(
            now,
            today,
            calendar.KindOf(today),
            courtId is { } court ? await db.Set<Court>().Where(c => c.Id == court).Select(c => c.ShortName).SingleAsync(ct) : null,
            On(days, FigureMetric.Received, today),
            await AWeekAgo(view, courtId, now, ct),
            On(days, FigureMetric.Closed, today),
            open.Where(o => o.Day == today).Sum(o => o.Value),
            due.Where(d => d.Tag == nameof(DueOutcome.OnTime)).Sum(d => d.Value),
            open.Where(o => o.Day < today && LevelOf(o) == 0).Sum(o => o.Value),
            Levels(open, today, calendar),
            Units(names, courtId is null, open, today),
            Days(days, today, calendar),
            Channels(kinds),
            await Oldest(courtId, today, calendar, ct),
            thisMonth.Whole,
            (await PeriodFigures.Read(view, scope, lastMonth, FigureUnit.None, today, calendar)).Whole
        );
    }

    private static FigureQuery Of(Guid? courtId, FigureMetric[] metrics, DateOnly from, DateOnly to) =>
        new(metrics, from, to) { CourtId = courtId };

    private async Task<long> AWeekAgo(FigureView view, Guid? courtId, DateTimeOffset now, CancellationToken ct)
    {
        var then = now.AddDays(-7);
        var day = ChinaTime.DayOf(then);
        var bucket = WorkOrderFigures.BucketOf(then);
        var whole = (await view.Sums(Of(courtId, [FigureMetric.ReceivedAt], day, day)))
            .Where(s => int.Parse(s.Tag, CultureInfo.InvariantCulture) < bucket)
            .Sum(s => s.Value);
        var began = ChinaTime.StartOf(day) + (bucket * WorkOrderFigures.Bucket);
        return whole
            + await db.Set<WorkOrder>()
                .LongCountAsync(
                    o => o.ReceivedAt >= began && o.ReceivedAt < then && (courtId == null || (o.CountsInCourtId ?? o.CourtId) == courtId),
                    ct
                );
    }

    private static long On(IEnumerable<FigureSum> days, FigureMetric metric, DateOnly day) =>
        days.Where(d => d.Metric == metric && d.Day == day).Sum(d => d.Value);

    /// <summary>The highest told, 0 to 3.</summary>
    private static int LevelOf(FigureSum open) => open.Tag[0] - '0';

    private static List<BoardLevel> Levels(IReadOnlyList<FigureSum> open, DateOnly today, WorkCalendar calendar)
    {
        var late = open.Where(o => o.Day < today)
            .Select(o => (Level: LevelOf(o), Days: DaysLate(o.Day, today, calendar), o.Value))
            .ToList();
        return
        [
            .. Enumerable
                .Range(1, 3)
                .Select(level =>
                {
                    var its = late.Where(l => l.Level == level).ToList();
                    return new BoardLevel(
                        level,
                        its.Sum(l => l.Value),
                        its.Count == 0 ? 0 : its.Min(l => l.Days),
                        its.Count == 0 ? 0 : its.Max(l => l.Days)
                    );
                }),
        ];
    }

    private static List<BoardUnit> Units(Dictionary<Guid, string> names, bool isCity, IReadOnlyList<FigureSum> open, DateOnly today) =>
        [
            .. from name in names
            let its = open.Where(o => o.Unit == name.Key).ToList()
            let unit = new BoardUnit(name.Value, its.Sum(o => o.Value), its.Where(o => o.Day < today).Sum(o => o.Value))
            where unit.Open > 0 || isCity // a court's offices that never have orders are left out
            orderby unit.Open descending
            select unit,
        ];

    private static List<BoardDay> Days(IReadOnlyList<FigureSum> days, DateOnly today, WorkCalendar calendar) =>
        [
            .. from i in Enumerable.Range(1 - DaysShown, DaysShown)
            let day = today.AddDays(i)
            select new BoardDay(day, calendar.IsWorkday(day), On(days, FigureMetric.Received, day), On(days, FigureMetric.Closed, day)),
        ];

    private static List<BoardChannel> Channels(IReadOnlyList<FigureSum> kinds) =>
        [
            .. from channel in Enum.GetValues<Channel>()
            select new BoardChannel(channel, kinds.Where(k => k.Tag.StartsWith($"{channel}.", StringComparison.Ordinal)).Sum(k => k.Value)),
        ];

    /// <summary>By the index of the open orders, of the court's or of all.</summary>
    private async Task<List<BoardOldest>> Oldest(Guid? courtId, DateOnly today, WorkCalendar calendar, CancellationToken ct)
    {
        var late = db.Set<WorkOrder>().Where(o => o.ClosedAt == null && o.DueDay < today);
        if (courtId is { } its)
            late = late.Where(o => o.CourtId == its);
        var oldest = await (
            from order in late.OrderBy(o => o.DueAt).ThenBy(o => o.Id).Take(OldestShown)
            join court in db.Set<Court>() on order.CourtId equals court.Id
            join division in db.Set<Division>() on order.DivisionId equals division.Id
            orderby order.DueAt, order.Id
            select new
            {
                order.Level,
                order.DueDay,
                Court = court.ShortName,
                Division = division.ShortName,
            }
        ).ToListAsync(ct);
        return oldest.ConvertAll(o => new BoardOldest(
            o.Level,
            courtId is null ? o.Court + o.Division : o.Division,
            DaysLate(o.DueDay, today, calendar)
        ));
    }

    private static int DaysLate(DateOnly due, DateOnly today, WorkCalendar calendar) =>
        Math.Max(1, calendar.WorkingDaysBetween(due, today));

    private Task<Dictionary<Guid, string>> Names(Guid? courtId, CancellationToken ct) =>
        courtId is { } court
            ? db.Set<Division>().Where(d => d.CourtId == court).OrderBy(d => d.Position).ToDictionaryAsync(d => d.Id, d => d.ShortName, ct)
            : db.Set<Court>().OrderBy(c => c.Position).ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);

    private sealed record Moment(DateTimeOffset Now, WorkCalendar Calendar);
}
