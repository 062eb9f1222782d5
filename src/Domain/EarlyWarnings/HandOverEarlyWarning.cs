using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>To whom the awaited step goes, and why.</summary>
public sealed record WarningHandOver(Guid ToStaffId, string Reason);

/// <summary>Gives the awaited step to another person, with a reason.</summary>
public sealed class HandOverEarlyWarning(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, WarningHandOver over, Actor by, CancellationToken ct)
    {
        var to = await db.Colleague(over.ToStaffId, await db.CourtOf(id, by, ct), ct);
        await db.Change(id, by, w => w.HandOver(entryId, to, over.Reason, by, clock.GetUtcNow()), ct, entryId);
    }
}
