using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The requester rates the answer (满意度评价), once.</summary>
public sealed class RateWorkOrder(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Satisfaction satisfaction, string? words, Actor by, CancellationToken ct) =>
        db.Change(
            db.OwnOrders(by),
            id,
            order =>
            {
                // The same rating again is the same tap, sent twice.
                if (!order.IsRatedWith(satisfaction, words))
                    order.Rate(satisfaction, words, by, clock.GetUtcNow());
            },
            ct
        );
}
