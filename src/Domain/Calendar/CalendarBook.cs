using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Calendar;

/// <summary>What the changes of the calendar share: load, turn over the days, keep the change, ask for the recount, renew.</summary>
public sealed class CalendarBook(ICourtDb db, ICalendars calendars)
{
    internal static void CheckMayChange(Actor by)
    {
        if (!by.Reaches(Feature.CalendarSetting))
            throw CalendarErrors.NotYours();
    }

    /// <param name="change">Turns over the plan's days; false when it was done before.</param>
    /// <param name="why">For those whose deadlines move: 导入 2027 年放假安排.</param>
    internal async Task Change(Func<CalendarPlan, Task<bool>> change, string why, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var isChanged = await db.Change(
            async () =>
            {
                var rows = await db.Set<CalendarDay>().ToListAsync(ct);
                var plan = new CalendarPlan(rows);
                if (!await change(plan))
                    return false;
                db.Set<CalendarDay>().RemoveRange(rows.Except(plan.Rows));
                db.Set<CalendarDay>().AddRange(plan.Rows.Except(rows));
                db.Set<RecountRequest>()
                    .Add(
                        new RecountRequest
                        {
                            RequestedAt = now,
                            RequestedById = by.Id,
                            Reason = why,
                        }
                    );
                return true;
            },
            ct,
            lost: CalendarErrors.Busy
        );
        if (isChanged)
            calendars.Renew();
    }
}
