using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Calendar;

/// <summary>A year's notice enters the calendar, in the place of what was imported for that year; open deadlines are counted anew.</summary>
public sealed class ImportCalendar(ICourtDb db, IOpenDeadlines deadlines, CalendarBook book, TimeProvider clock)
{
    /// <param name="id">Made by the page: pressing twice imports once.</param>
    /// <param name="reason">The notice: 国办发明电〔2026〕7 号.</param>
    public async Task Handle(Guid id, int year, string text, string reason, Actor by, CancellationToken ct)
    {
        CalendarBook.CheckMayChange(by);
        var notice = CalendarNoticeReader.Read(text, year);
        if (notice.Problems is [var first, ..])
            throw CalendarErrors.NoticeInvalid(first.ToString());
        var now = clock.GetUtcNow();
        await book.Change(
            async plan =>
            {
                if (await db.Set<CalendarChange>().AnyAsync(c => c.Id == id, ct))
                    return false;
                var changes = plan.Import(notice).Changes(year);
                if (changes.Count == 0)
                    throw CalendarErrors.NothingChanges();
                var made = CalendarChange.Make(
                    id,
                    CalendarChangeKind.Import,
                    year,
                    notice.Days[0].Day,
                    notice.Days[^1].Day,
                    notice.Words,
                    reason,
                    changes,
                    notice.Days,
                    await plan.MovedOrders(deadlines, changes, ct),
                    by,
                    now
                );
                db.Set<CalendarChange>().Add(made);
                return true;
            },
            $"导入 {year} 年放假安排",
            by,
            now,
            ct
        );
    }
}
