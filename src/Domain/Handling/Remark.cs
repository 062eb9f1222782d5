using Domain.Shared;

namespace Domain.Handling;

/// <summary>A leader's remark (批注) to the owner.</summary>
public sealed class Remark<T>(ICourtDb db, HandledDesk<T> desk, TimeProvider clock)
    where T : Handled, IHandled
{
    public async Task Handle(Guid id, Guid entryId, string text, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(desk.Reach(by), id, thing => thing.Remark(entryId, text, by, division, clock.GetUtcNow()), ct, entryId);
    }
}
