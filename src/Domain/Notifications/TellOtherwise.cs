using Domain.Shared;

namespace Domain.Notifications;

/// <summary>The recipient was told in another way, e.g. by telephone (已用其他方式告知).</summary>
public sealed class TellOtherwise(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string remark, Actor by, CancellationToken ct) =>
        db.Change(
            db.UndeliveredFor(by).Where(u => u.Id == id),
            UndeliveredErrors.NotFound,
            task => task.TellOtherwise(remark, by, clock.GetUtcNow()),
            ct
        );
}
