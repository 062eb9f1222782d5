using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The head grants the time asked for; the ladder moves with the limit.</summary>
public sealed class ApproveExtension(ICourtDb db, ICalendars calendars, TimeProvider clock)
{
    public async Task Handle(Guid id, string remark, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            order => order.ApproveExtension(order.ExtendedLadder(calendar), by, clock.GetUtcNow(), remark),
            ct
        );
    }
}
