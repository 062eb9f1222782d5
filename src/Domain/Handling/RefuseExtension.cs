using Domain.Shared;

namespace Domain.Handling;

/// <summary>The head leaves the limit as it is, with a reason.</summary>
public sealed class RefuseExtension<T>(ICourtDb db, HandledDesk<T> desk, TimeProvider clock)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(desk.Reach(by), id, thing => thing.RefuseExtension(reason, by, clock.GetUtcNow()), ct);
}
