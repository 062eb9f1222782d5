using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>
/// Opens everything between the court and one requester (投诉核查) to somebody with a reason, which stays in the trace of the order that it
/// began from.
/// </summary>
public sealed class LookThroughMatters(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(db.ProvableTo(by), id, order => order.MattersViewed(reason, by, clock.GetUtcNow()), ct);
}
