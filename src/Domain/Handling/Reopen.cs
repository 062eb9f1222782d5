using Domain.Shared;

namespace Domain.Handling;

/// <summary>The filing division has it taken up again (重新办理), by the same handler or another of its court. It has a new limit.</summary>
public sealed class Reopen<T>(ICourtDb db, HandledDesk<T> desk, TimeProvider clock)
    where T : Handled, IHandled
{
    public async Task Handle(Guid id, Guid entryId, HandOver over, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            desk.Reach(by),
            id,
            async thing =>
            {
                var now = clock.GetUtcNow();
                var to = await desk.Named(over.ToStaffId, thing, ct);
                thing.Reopen(entryId, to, await desk.NewLadder(thing, to, now, ct), over.Words, by, division, now);
            },
            ct,
            entryId
        );
    }
}
