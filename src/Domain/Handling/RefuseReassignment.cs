using Domain.Shared;

namespace Domain.Handling;

/// <summary>The head leaves it where it is, with a reason.</summary>
public sealed class RefuseReassignment<T>(ICourtDb db, HandledDesk<T> desk, TimeProvider clock)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(desk.Reach(by), id, thing => thing.RefuseReassignment(reason, by, clock.GetUtcNow()), ct);
}
