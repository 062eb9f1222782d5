using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>The owner asks the head to give the order to somebody else (申请改派).</summary>
public sealed class AskReassignment(ICourtDb db, SupervisionChains chains, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                if (
                    order.ReassignmentAskedAt is not null
                    && order.OwnerId == by.Id
                    && order.ReassignmentReason == TypedText.Storable(reason)
                )
                    return; // pressed twice
                order.AskReassignment(reason, (await chains.Of(order.DivisionId, ct)).At(1, by.Id)?.StaffId, by, clock.GetUtcNow());
            },
            ct
        );
}
