using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The head relieves the owner and names the next one (改派).</summary>
public sealed class ApproveReassignment(ICourtDb db, Dispatcher dispatcher, ICalendars calendars, TimeProvider clock)
{
    /// <param name="restartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
    public async Task Handle(Guid id, Guid entryId, Guid toStaffId, string remark, string? restartReason, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                var to = await dispatcher.Handler(toStaffId, order.CourtId, ct);
                order.ApproveReassignment(
                    entryId,
                    to,
                    remark,
                    by,
                    division,
                    clock.GetUtcNow(),
                    order.Restart(restartReason, calendar, clock.GetUtcNow())
                );
            },
            ct,
            entryId
        );
    }
}
