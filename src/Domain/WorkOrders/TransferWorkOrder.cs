using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>To another handler of the same court with a reason (转办; by the head 改派).</summary>
public sealed class TransferWorkOrder(ICourtDb db, Dispatcher dispatcher, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, Guid toStaffId, string reason, Actor by, CancellationToken ct)
    {
        if (await db.HasEntry(id, entryId, ct)) return;
        var division = await db.DivisionName(by, ct);
        await db.Change(db.VisibleTo(by), id, async order =>
            order.Transfer(entryId, await dispatcher.Handler(toStaffId, order.CourtId, ct), reason, by, division, clock.GetUtcNow()), ct, entryId);
    }
}
