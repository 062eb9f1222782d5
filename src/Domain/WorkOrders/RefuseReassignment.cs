using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The head leaves the order where it is, with a reason.</summary>
public sealed class RefuseReassignment(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(db.VisibleTo(by), id, order => order.RefuseReassignment(reason, by, clock.GetUtcNow()), ct);
}
