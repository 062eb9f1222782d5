using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>To another handler of the same court with a reason (转办; by the head 改派).</summary>
public sealed class TransferWorkOrder(ICourtDb db, Dispatcher dispatcher, ICalendars calendars, TimeProvider clock)
{
    /// <param name="restartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
    public async Task Handle(
        Guid id,
        Guid entryId,
        Guid toStaffId,
        string reason,
        Actor by,
        CancellationToken ct,
        string? restartReason = null
    )
    {
        var division = await db.DivisionName(by, ct);
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
                order.Transfer(
                    entryId,
                    await dispatcher.Handler(toStaffId, order.CourtId, ct),
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
