using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>A leader's remark (批注) to the owner of an order.</summary>
public sealed class RemarkOnWorkOrder(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string text, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(db.VisibleTo(by), id, order => order.Remark(entryId, text, by, division, clock.GetUtcNow()), ct, entryId);
    }
}
