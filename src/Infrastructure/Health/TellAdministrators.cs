using Domain.Notifications;
using Domain.Organisation;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Health;

/// <summary>What administrators have to know or do, told each of them in-app, which needs no sending, and once in a while only.</summary>
public sealed class TellAdministrators(CourtDb db, WorkerLeases leases, TimeProvider clock)
{
    private const string Lease = "alarms"; // every host looks, one of them tells
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_again = TimeSpan.FromHours(1);

    /// <summary>What is wrong with the running program, at most once an hour.</summary>
    public Task Tell(NoticeKind kind, IReadOnlyList<string> alarms, CancellationToken ct) =>
        Tell(kind, alarms, clock.GetUtcNow() - s_again, ct);

    /// <param name="kind">With the field <c>reason</c>; in-app, besides whatever other channels.</param>
    /// <param name="reasons">Sentences for people; with none nobody is told.</param>
    /// <param name="since">Who was told since then is not told again.</param>
    public async Task Tell(NoticeKind kind, IReadOnlyList<string> reasons, DateTimeOffset since, CancellationToken ct)
    {
        if (reasons.Count > 0)
            await leases.Alone(Lease, s_lease, _ => TellThose(kind, string.Join('；', reasons), since, ct), ct);
    }

    private async Task<int> TellThose(NoticeKind kind, string reason, DateTimeOffset since, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var untold = await db.Set<Post>()
            .Where(p => p.Role == Role.Administrator && p.IsActive && p.Staff.IsActive)
            .Select(p => p.StaffId)
            .Distinct()
            .Where(id =>
                !db.Set<Notice>()
                    .Any(n => n.RecipientId == id && n.Channel == NoticeChannel.InApp && n.CreatedAt >= since && n.Kind == kind.Key)
            )
            .ToListAsync(ct);
        var fields = new Dictionary<string, string> { ["reason"] = reason };
        db.Set<Notice>().AddRange(untold.SelectMany(id => kind.To(NoticeRecipient.Staff(id), fields)).Select(n => n.WrittenAt(now)));
        return await db.SaveChangesAsync(ct);
    }
}
