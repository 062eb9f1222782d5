using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>Somebody opened a notice of their inbox. Somebody else's looks as if it were not there.</summary>
public sealed class ReadNotice(ICourtDb db, TimeProvider clock)
{
    /// <param name="version">Of the template whose words were shown.</param>
    public async Task Handle(Guid id, int version, Actor by, CancellationToken ct)
    {
        var notice = await db.InboxOf(by).SingleOrDefaultAsync(n => n.Id == id, ct) ?? throw NoticeErrors.NotFound();
        if (notice.ReadAt is not null)
            return;
        notice.Read(clock.GetUtcNow());
        notice.RenderedWith(version);
        db.HintInbox(by);
        await db.SaveChangesAsync(ct);
    }
}
