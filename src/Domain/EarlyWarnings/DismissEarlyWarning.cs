using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>不构成预警, with a reason.</summary>
public sealed class DismissEarlyWarning(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct) =>
        db.Change(id, by, w => w.Dismiss(entryId, reason, by, clock.GetUtcNow()), ct, entryId);
}
