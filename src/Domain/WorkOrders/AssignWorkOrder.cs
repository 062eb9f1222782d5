using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The liaison officer names the judge of an order that came without one (分派).</summary>
public sealed class AssignWorkOrder(ICourtDb db, Dispatcher dispatcher, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, Guid toStaffId, string remark, Actor by, CancellationToken ct)
    {
        if (await db.HasEntry(id, entryId, ct)) return;
        var division = await db.DivisionName(by, ct);
        await db.Change(db.VisibleTo(by), id, async order =>
            order.Assign(entryId, await dispatcher.Handler(toStaffId, order.CourtId, ct), remark, by, division, clock.GetUtcNow()), ct, entryId);
    }
}
