using Infrastructure.Persistence;

namespace Infrastructure.Outbox;

/// <summary>Notices that nobody could hand over while they made sense: to the next channel, or to a person.</summary>
public sealed class ExpireNotices(CourtDb db, NoticeClaims claims, NoticeEnds ends, TimeProvider clock)
{
    private const int Most = 500;

    /// <returns>How many expired.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outdated = await claims.Outdated(Most, now, ct);
        foreach (var notice in outdated)
            await ends.Expire(notice, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Forget();
        return outdated.Count;
    }
}
