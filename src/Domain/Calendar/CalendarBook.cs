using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Calendar;

/// <summary>What the changes of the calendar share: turn over the days, keep the change, ask for the recount, in the save of whoever calls.</summary>
public sealed class CalendarBook(ICourtDb db, IOpenDeadlines deadlines)
{
    /// <summary>To try out what a change would do; nothing of it is stored.</summary>
    internal async Task<CalendarPlan> Plan(CancellationToken ct) => new(await db.Set<CalendarDay>().AsNoTracking().ToListAsync(ct));

    /// <param name="change">Turns over the plan's days.</param>
    /// <param name="why">For those whose deadlines move: 导入 2027 年放假安排.</param>
    internal async Task Change(Func<CalendarPlan, Task> change, string why, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.Set<CalendarDay>().ToListAsync(ct);
        var plan = new CalendarPlan(rows);
        await change(plan);
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
    }

    /// <param name="was">停工, 补班 of days that were set by hand; without it what kind of day each was.</param>
    /// <param name="becomes">The same of days that will be.</param>
    internal async Task<Foreseen> Foresee(
        CalendarPlan plan,
        string what,
        IReadOnlyList<ChangedDay> changes,
        CancellationToken ct,
        string? was = null,
        string? becomes = null
    )
    {
        var moved = await plan.MovedOrders(deadlines, changes, ct);
        var turned = changes.Where(c => c.TurnsOver).ToList();
        return new(
            what,
            [
                .. turned.Select(c => new Difference(
                    $"{c.Day:yyyy-MM-dd} {ChinaTime.Weekday(c.Day)}",
                    was ?? c.Was.Chinese(),
                    $"{becomes ?? c.Becomes.Chinese()} {c.Name}".TrimEnd()
                )),
            ],
            $"{turned.Count} 天由工作转休息或由休息转工作，{(moved == 0 ? "没有在办工单的期限变动" : $"{moved} 件在办工单的期限会重新计算")}"
        );
    }
}
