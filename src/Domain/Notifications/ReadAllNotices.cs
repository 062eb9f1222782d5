using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>Marks everything read that was there when the person looked.</summary>
public sealed class ReadAllNotices(ICourtDb db, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <param name="upTo">Newer ones came after the person looked and stay unread.</param>
    public async Task Handle(DateTimeOffset upTo, Actor by, CancellationToken ct)
    {
        while (true)
        {
            var unread = await db.InboxOf(by)
                .Where(n => n.ReadAt == null && n.CreatedAt <= upTo)
                .OrderBy(n => n.CreatedAt)
                .Take(BatchSize)
                .ToListAsync(ct);
            foreach (var notice in unread)
                notice.Read(clock.GetUtcNow());
            if (unread.Count > 0)
                db.HintInbox(by);
            await db.SaveChangesAsync(ct);
            if (unread.Count < BatchSize)
                return;
            db.Forget();
        }
    }
}
