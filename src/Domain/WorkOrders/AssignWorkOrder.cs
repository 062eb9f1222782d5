using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The liaison officer names the judge of an order that came without one (分派).</summary>
public sealed class AssignWorkOrder(ICourtDb db, Dispatcher dispatcher, ICalendars calendars, TimeProvider clock)
{
    /// <param name="restartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
    public async Task Handle(
        Guid id,
        Guid entryId,
        Guid toStaffId,
        string remark,
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
                order.Assign(
                    entryId,
                    await dispatcher.Handler(toStaffId, order.CourtId, ct),
                    remark,
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
