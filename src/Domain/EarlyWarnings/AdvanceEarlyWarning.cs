using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>Does the awaited step (接单、排查、研判、处置、反馈) and names who does the next.</summary>
public sealed class AdvanceEarlyWarning(ICourtDb db, TimeProvider clock)
{
    /// <param name="nextOwnerId">Null is the person who took it.</param>
    public async Task Handle(Guid id, Guid entryId, WarningState step, string text, Guid? nextOwnerId, Actor by, CancellationToken ct)
    {
        var next = nextOwnerId is { } who ? await db.Colleague(who, await db.CourtOf(id, by, ct), ct) : null;
        await db.Change(id, by, w => w.Advance(entryId, step, text, next, by, clock.GetUtcNow()), ct, entryId);
    }
}
