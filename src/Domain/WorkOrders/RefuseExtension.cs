using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The head leaves the limit as it is, with a reason.</summary>
public sealed class RefuseExtension(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(db.VisibleTo(by), id, order => order.RefuseExtension(reason, by, clock.GetUtcNow()), ct);
}
