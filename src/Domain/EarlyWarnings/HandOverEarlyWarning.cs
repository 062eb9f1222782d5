using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>Gives the awaited step to another person, with a reason.</summary>
public sealed class HandOverEarlyWarning(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, Guid toId, string reason, Actor by, CancellationToken ct)
    {
        var to = await db.Colleague(toId, await db.CourtOf(id, by, ct), ct);
        await db.Change(id, by, w => w.HandOver(entryId, to, reason, by, clock.GetUtcNow()), ct, entryId);
    }
}
