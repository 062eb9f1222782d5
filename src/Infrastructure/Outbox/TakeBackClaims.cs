using Domain.Notifications;
using Infrastructure.Persistence;

namespace Infrastructure.Outbox;

/// <summary>
/// Notices whose worker was killed or hung go back to the queue. What came of the try nobody knows: the gateway recognises a repetition by
/// its key.
/// </summary>
public sealed class TakeBackClaims(CourtDb db, NoticeClaims claims, TimeProvider clock)
{
    private const int Most = 500;

    /// <returns>How many were taken back.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var abandoned = await claims.Abandoned(Most, ct);
        foreach (var notice in abandoned)
        {
            db.Set<NoticeAttempt>().Add(notice.Tried(AttemptOutcome.Unknown, FailureCodes.WorkerLost, now, TimeSpan.Zero));
            // A notice that kills its worker each time must not do so without pause.
            notice.TryAgainAt(
                notice.Attempts == 1 ? now : now + RetryTimes.After(notice.Attempts - 1, Random.Shared.NextDouble()),
                FailureCodes.WorkerLost
            );
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Forget();
        return abandoned.Count;
    }
}
