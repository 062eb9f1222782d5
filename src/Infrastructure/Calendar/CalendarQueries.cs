using Domain.Calendar;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Calendar;

/// <summary>The calendar as its page shows it, and what a change would do.</summary>
public sealed class CalendarQueries(CourtDb db, IOpenDeadlines deadlines)
{
    private const int ChangesShown = 20;

    public async Task<CalendarYearView> Year(int year, CancellationToken ct)
    {
        var rows = await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct);
        var calendar = rows.ToCalendar();
        var special = rows.OrderBy(r => r.IsManual).GroupBy(r => r.Day).ToDictionary(g => g.Key, g => g.Last());
        return new CalendarYearView(year, rows.Exists(r => r.Year == year && !r.IsManual), [.. Enumerable.Range(1, 12).Select(Month)]);

        CalendarMonth Month(int month) =>
            new(
                month,
                [
                    .. Enumerable
                        .Range(1, DateTime.DaysInMonth(year, month))
                        .Select(d =>
                        {
                            var day = new DateOnly(year, month, d);
                            var row = special.GetValueOrDefault(day);
                            return new CalendarCell(
                                day,
                                calendar.KindOf(day),
                                calendar.IsWorkday(day),
                                row?.IsManual ?? false,
                                row?.Reason ?? ""
                            );
                        }),
                ]
            );
    }

    /// <summary>The newest first.</summary>
    public async Task<Page<CalendarChange>> Changes(Cursor? after, CancellationToken ct)
    {
        var changes = db.Set<CalendarChange>().AsNoTracking();
        var rows = await changes.NewestFirst(after, c => c.MadeAt, c => c.Id, ChangesShown).ToListAsync(ct);
        return Page<CalendarChange>.Of(rows, c => new Cursor(c.MadeAt, c.Id), ChangesShown);
    }

    public async Task<ImportPreview> PreviewImport(int year, string text, CancellationToken ct)
    {
        var notice = CalendarNoticeReader.Read(text, year);
        if (notice.Problems.Count > 0)
            return new ImportPreview(notice, false, [], 0);
        var rows = await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct);
        var replaces = rows.Exists(r => r.Year == year && !r.IsManual);
        var plan = new CalendarPlan(rows).Import(notice);
        var changes = plan.Changes(year);
        return new ImportPreview(notice, replaces, changes, await plan.MovedOrders(deadlines, changes, ct));
    }

    /// <summary>How many open orders' deadlines the days set by hand would move.</summary>
    public async Task<(int DaysTurned, int MovedOrders)> PreviewDays(DateOnly first, DateOnly last, bool works, CancellationToken ct)
    {
        var plan = new CalendarPlan(await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct)).Set(first, last, works, "", Guid.Empty);
        var changes = plan.Changes(first, last);
        return (changes.Count(c => c.TurnsOver), await plan.MovedOrders(deadlines, changes, ct));
    }
}

public sealed record CalendarYearView(int Year, bool IsImported, IReadOnlyList<CalendarMonth> Months)
{
    public int WorkingDays => Months.Sum(m => m.WorkingDays);
}

public sealed record CalendarMonth(int Month, IReadOnlyList<CalendarCell> Days)
{
    public int WorkingDays => Days.Count(d => d.Works);
}

/// <param name="Name">The holiday, or why it was set by hand.</param>
public sealed record CalendarCell(DateOnly Day, DayKind Kind, bool Works, bool IsManual, string Name);

/// <param name="Replaces">The year was imported before.</param>
/// <param name="Changes">Days that become something else; of a new year, also those that become certain.</param>
public sealed record ImportPreview(CalendarNotice Notice, bool Replaces, IReadOnlyList<ChangedDay> Changes, int MovedOrders);
