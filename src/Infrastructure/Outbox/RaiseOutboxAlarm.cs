using Domain.Notifications;
using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>One look: refreshes the gauges, and tells each administrator at most once an hour.</summary>
public sealed class RaiseOutboxAlarm(CourtDb db, OutboxState state, OutboxMetrics metrics, TimeProvider clock)
{
    private static readonly TimeSpan s_again = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<string>> Run(CancellationToken ct)
    {
        var figures = await state.Read(ct);
        metrics.Saw(figures.Channels);
        if (figures.Alarms.Count == 0)
            return [];
        var now = clock.GetUtcNow();
        var since = now - s_again;
        var untold = await db.Set<Post>()
            .Where(p => p.Role == Role.Administrator && p.IsActive && p.Staff.IsActive)
            .Select(p => p.StaffId)
            .Distinct()
            .Where(id =>
                !db.Set<Notice>()
                    .Any(n =>
                        n.RecipientId == id && n.Channel == NoticeChannel.InApp && n.CreatedAt > since && n.Kind == OutboxNotices.Stuck.Key
                    )
            )
            .ToListAsync(ct);
        var fields = new Dictionary<string, string> { ["reason"] = string.Join('；', figures.Alarms) };
        db.Set<Notice>()
            .AddRange(untold.SelectMany(id => OutboxNotices.Stuck.To(NoticeRecipient.Staff(id), fields)).Select(n => n.WrittenAt(now)));
        await db.SaveChangesAsync(ct);
        return figures.Alarms;
    }
}
