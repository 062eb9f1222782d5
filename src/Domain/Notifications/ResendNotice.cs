using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>Sends an undelivered notice once more, to a corrected number where one is given (重发).</summary>
public sealed class ResendNotice(ICourtDb db, TimeProvider clock)
{
    /// <param name="number">As typed; empty for the number it had.</param>
    public Task Handle(Guid id, string number, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.UndeliveredFor(by).Where(u => u.Id == id),
            UndeliveredErrors.NotFound,
            async task =>
            {
                var failed = await db.Set<Notice>().SingleAsync(n => n.Id == id, ct);
                db.Set<Notice>().Add(task.Resend(failed, number, reason, by, clock.GetUtcNow()));
            },
            ct
        );
}
