using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>Sends an undelivered notice once more, to a corrected number where one is given (重发).</summary>
public sealed class ResendNotice(ICourtDb db, TimeProvider clock)
{
    /// <param name="number">As typed; empty for the number it had.</param>
    public async Task Handle(Guid id, string number, string reason, Actor by, CancellationToken ct)
    {
        var task = await db.UndeliveredFor(by).SingleOrDefaultAsync(u => u.Id == id, ct) ?? throw UndeliveredErrors.NotFound();
        var failed = await db.Set<Notice>().SingleAsync(n => n.Id == id, ct);
        db.Set<Notice>().Add(task.Resend(failed, number, reason, by, clock.GetUtcNow()));
        await db.SaveHandled(ct);
    }
}
