using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Back to the dispatcher with a reason (退回).</summary>
public sealed class ReturnWorkOrder(ICourtDb db, Dispatcher dispatcher, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct)
    {
        if (await db.HasEntry(id, entryId, ct)) return;
        var division = await db.DivisionName(by, ct);
        await db.Change(db.VisibleTo(by), id, async order =>
            order.Return(entryId, await dispatcher.ForReturn(order, ct), reason, by, division, clock.GetUtcNow()), ct, entryId);
    }
}
