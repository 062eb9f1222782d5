using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Back to the dispatcher with a reason (退回).</summary>
public sealed class ReturnWorkOrder(ICourtDb db, Dispatcher dispatcher, ICalendars calendars, TimeProvider clock)
{
    /// <param name="restartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
    public async Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct, string? restartReason = null)
    {
        var division = await db.DivisionName(by, ct);
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
                order.Return(
                    entryId,
                    await dispatcher.ForReturn(order, ct),
                    reason,
                    by,
                    division,
                    clock.GetUtcNow(),
                    order.Restart(restartReason, calendar, clock.GetUtcNow())
                ),
            ct,
            entryId
        );
    }
}
