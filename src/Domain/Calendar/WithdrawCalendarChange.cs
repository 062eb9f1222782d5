using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Calendar;

/// <summary>Days set by hand become again what the notice says.</summary>
public sealed class WithdrawCalendarChange(ICourtDb db, CalendarBook book, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct)
    {
        CalendarBook.CheckMayChange(by);
        var now = clock.GetUtcNow();
        return book.Change(
            async plan =>
            {
                var change = await db.Set<CalendarChange>().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CalendarErrors.NotFound();
                plan.Withdraw(id);
                change.Withdraw(reason, by, now);
                return true;
            },
            "撤销停工或补班",
            by,
            now,
            ct
        );
    }
}
