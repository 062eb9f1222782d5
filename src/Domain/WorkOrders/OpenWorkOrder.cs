using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Marks that the owner opened the order (已读).</summary>
public sealed class OpenWorkOrder(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                order.OpenedBy(by, clock.GetUtcNow());
                await db.ReadNoticesOf(id, by, clock.GetUtcNow(), ct);
            },
            ct
        );
}
