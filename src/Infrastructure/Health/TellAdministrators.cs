using Domain.Notifications;
using Domain.Organisation;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Health;

/// <summary>What is wrong with the running program, told each administrator in-app, which needs no sending, at most once an hour.</summary>
public sealed class TellAdministrators(CourtDb db, WorkerLeases leases, TimeProvider clock)
{
    private const string Lease = "alarms"; // every host looks, one of them tells
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_again = TimeSpan.FromHours(1);

    /// <param name="kind">With the field <c>reason</c>.</param>
    /// <param name="alarms">Sentences for people; with none nobody is told.</param>
    public async Task Tell(NoticeKind kind, IReadOnlyList<string> alarms, CancellationToken ct)
    {
        if (alarms.Count > 0)
            await leases.Alone(Lease, s_lease, _ => TellThose(kind, string.Join('；', alarms), ct), ct);
    }

    private async Task<int> TellThose(NoticeKind kind, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - s_again;
        var untold = await db.Set<Post>()
            .Where(p => p.Role == Role.Administrator && p.IsActive && p.Staff.IsActive)
            .Select(p => p.StaffId)
            .Distinct()
            .Where(id =>
                !db.Set<Notice>()
                    .Any(n => n.RecipientId == id && n.Channel == NoticeChannel.InApp && n.CreatedAt > since && n.Kind == kind.Key)
            )
            .ToListAsync(ct);
        var fields = new Dictionary<string, string> { ["reason"] = reason };
        db.Set<Notice>().AddRange(untold.SelectMany(id => kind.To(NoticeRecipient.Staff(id), fields)).Select(n => n.WrittenAt(now)));
        return await db.SaveChangesAsync(ct);
    }
}
