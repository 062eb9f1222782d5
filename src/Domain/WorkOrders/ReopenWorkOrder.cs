using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The filing division has an order taken up again (重新办理), by the same handler or another of its court.</summary>
public sealed class ReopenWorkOrder(ICourtDb db, Dispatcher dispatcher, ICalendars calendars, IAnswerLimits limits, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, Guid toStaffId, string reason, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        var calendar = await calendars.Current(ct);
        var inForce = await limits.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                var now = clock.GetUtcNow();
                var handler = await dispatcher.Handler(toStaffId, order.CourtId, ct);
                order.Reopen(
                    entryId,
                    handler,
                    inForce.Ladder(calendar, handler.CourtId, order.Category, ChinaTime.DayOf(now)),
                    reason,
                    by,
                    division,
                    now
                );
            },
            ct,
            entryId
        );
    }
}
