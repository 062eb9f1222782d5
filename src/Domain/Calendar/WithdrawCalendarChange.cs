using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Calendar;

/// <summary>Days set by hand become again what the notice says.</summary>
public sealed class WithdrawCalendarChange(ICourtDb db, CalendarBook book, TimeProvider clock)
{
    /// <param name="id">Of the change that set them.</param>
    public async Task<Foreseen> Foresee(Guid id, string reason, CancellationToken ct)
    {
        var change = await Find(db.Set<CalendarChange>().AsNoTracking(), id, ct);
        change.CheckMayBeWithdrawn();
        CalendarChange.CheckedReason(reason);
        var plan = await book.Plan(ct);
        var changes = plan.Withdraw(id).Changes(change.First, change.Last);
        var was = change.Kind == CalendarChangeKind.Closure ? "停工" : "补班";
        var foreseen = await book.Foresee(plan, $"撤销 {change.Words}", changes, ct, was);
        return foreseen with { From = change.First };
    }

    /// <summary>In the save of the change that was approved.</summary>
    public Task Handle(Guid id, Approval approval, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return book.Change(
            async plan =>
            {
                var change = await Find(db.Set<CalendarChange>(), id, ct);
                plan.Withdraw(id);
                change.Withdraw(approval, now);
            },
            "撤销停工或补班",
            approval.AskedBy,
            now,
            ct
        );
    }

    private static async Task<CalendarChange> Find(IQueryable<CalendarChange> changes, Guid id, CancellationToken ct) =>
        await changes.SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CalendarErrors.NotFound();
}
