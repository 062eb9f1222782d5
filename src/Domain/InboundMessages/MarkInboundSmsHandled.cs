using Domain.Shared;

namespace Domain.InboundMessages;

/// <summary>Somebody has looked at it and done what there was to do (标记已处理).</summary>
public sealed class MarkInboundSmsHandled(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(
            db.InboundSmsVisibleTo(by).Where(s => s.Id == id),
            InboundErrors.NotFound,
            sms => sms.MarkHandled(by, clock.GetUtcNow()),
            ct
        );
}
