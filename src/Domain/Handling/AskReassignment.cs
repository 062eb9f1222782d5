using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>The owner asks the head to give it to somebody else (申请改派).</summary>
public sealed class AskReassignment<T>(ICourtDb db, HandledDesk<T> desk, SupervisionChains chains, TimeProvider clock)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            desk.Reach(by),
            id,
            async thing =>
            {
                if (
                    thing.ReassignmentAskedAt is not null
                    && thing.OwnerId == by.Id
                    && thing.ReassignmentReason == TypedText.Storable(reason)
                )
                    return; // pressed twice
                thing.AskReassignment(reason, (await chains.Of(thing.DivisionId, ct)).At(1, by.Id)?.StaffId, by, clock.GetUtcNow());
            },
            ct
        );
}
