using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>An order goes on in another one of the same requester (并单); both change in one transaction.</summary>
public sealed class MergeWorkOrder(ICourtDb db, TimeProvider clock)
{
    /// <param name="id">The one that ends.</param>
    /// <param name="mainId">The one that goes on.</param>
    public async Task Handle(Guid id, Guid entryId, Guid mainId, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                var main = await db.VisibleTo(by).SingleOrDefaultAsync(o => o.Id == mainId, ct) ?? throw WorkOrderErrors.NotFound();
                order.MergeInto(main, entryId, by, division, clock.GetUtcNow());
            },
            ct,
            entryId
        );
    }
}
