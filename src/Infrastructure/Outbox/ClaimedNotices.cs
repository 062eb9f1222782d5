using System.Data.Common;
using Domain.Notifications;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>
/// Writes what became of notices under a claim. Who lost the claim meanwhile writes nothing for that notice; a database that
/// is away for the moment is waited for, as long as the claim holds.
/// </summary>
public sealed class ClaimedNotices(CourtDb db)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_betweenTries = TimeSpan.FromMilliseconds(500);

    /// <param name="change">Done to each notice that is still ours; done again to a fresh copy after a conflict.</param>
    /// <returns>Those it was written for.</returns>
    public async Task<List<Notice>> Change(Guid claim, List<Notice> notices, Func<Notice, Task> change, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_patience);
        var ids = notices.ConvertAll(n => n.Id);
        var ours = notices.TrueForAll(n => db.Entry(n).State != EntityState.Detached) ? notices : null;
        while (true)
        {
            try
            {
                ours ??= await db.Set<Notice>()
                    .Where(n => ids.Contains(n.Id) && n.State == NoticeState.Claimed && n.ClaimedBy == claim)
                    .ToListAsync(patience.Token);
                foreach (var notice in ours)
                    await change(notice);
                await db.SaveChangesAsync(patience.Token);
                return ours;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Forget();
                ours = null; // somebody else has one of them now
            }
            catch (Exception e) when (IsAway(e) && !patience.IsCancellationRequested)
            {
                db.Forget();
                ours = null;
                await Task.Delay(s_betweenTries, patience.Token);
            }
        }
    }

    private static bool IsAway(Exception e) =>
        e is DbException or IOException or TimeoutException || e.InnerException is { } inner && IsAway(inner);
}
