using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>Shows what a warning is about to somebody who may see it; each opening leaves a trace row.</summary>
public sealed class OpenEarlyWarning(ICourtDb db, TimeProvider clock)
{
    public Task<EarlyWarning> Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(id, by, w => w.OpenedBy(by, clock.GetUtcNow()), ct);
}
