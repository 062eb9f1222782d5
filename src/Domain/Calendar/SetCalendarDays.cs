using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Calendar;

/// <summary>Days off or working days by hand with a reason (台风停工); they win over the notice.</summary>
public sealed class SetCalendarDays(ICourtDb db, IOpenDeadlines deadlines, CalendarBook book, TimeProvider clock)
{
    /// <param name="id">Made by the page: pressing twice changes once.</param>
    public async Task Handle(Guid id, DateOnly first, DateOnly last, bool works, string reason, Actor by, CancellationToken ct)
    {
        CalendarBook.CheckMayChange(by);
        if (
            last < first
            || last.DayNumber - first.DayNumber >= CalendarChange.LongestRange
            || first.Year < CalendarNoticeReader.EarliestYear
            || last.Year > CalendarNoticeReader.LatestYear
        )
            throw CalendarErrors.RangeInvalid();
        var given = CalendarChange.CheckedReason(reason);
        var now = clock.GetUtcNow();
        await book.Change(
            async plan =>
            {
                if (await db.Set<CalendarChange>().AnyAsync(c => c.Id == id, ct))
                    return false;
                plan.Set(first, last, works, given, id);
                List<ChangedDay> changes =
                [
                    .. Enumerable.Range(first.Year, last.Year - first.Year + 1).SelectMany(plan.Changes).DistinctBy(c => c.Day),
                ];
                if (!changes.Exists(c => c.TurnsOver))
                    throw CalendarErrors.NothingChanges();
                var words =
                    (first == last ? $"{first:yyyy-MM-dd}" : $"{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}") + (works ? "上班" : "停工");
                var made = CalendarChange.Make(
                    id,
                    works ? CalendarChangeKind.MakeUp : CalendarChangeKind.Closure,
                    first.Year,
                    first,
                    last,
                    words,
                    given,
                    changes,
                    [],
                    await plan.MovedOrders(deadlines, changes, ct),
                    by,
                    now
                );
                db.Set<CalendarChange>().Add(made);
                return true;
            },
            works ? "登记补班" : "登记停工",
            by,
            now,
            ct
        );
    }
}
