using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>
/// Tells notices what the gateways reported of them. A receipt that was faster than its hand-over waits for it; one that
/// comes twice, or after the end, changes nothing.
/// </summary>
public sealed class ApplyReceipts(CourtDb db, NoticeClaims claims, NoticeEnds ends, OutboxMetrics metrics, TimeProvider clock)
{
    private const int Most = 200;

    /// <returns>How many were looked at.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var receipts = await claims.Receipts(Most, now, ct);
            var notices = await NoticesOf(receipts, ct);
            foreach (var receipt in receipts)
                await Apply(receipt, notices.Find(n => IsOf(receipt, n)), now, ct);
            if (!await db.SaveUnlessLost(ct))
                return 0; // one of the notices was just taken up: all of them are looked at again
            await transaction.CommitAsync(ct);
            return receipts.Count;
        }
        finally
        {
            db.Forget();
        }
    }

    private async Task Apply(GatewayReceipt receipt, Notice? notice, DateTimeOffset now, CancellationToken ct)
    {
        if (notice is null || notice.State == NoticeState.Claimed)
        {
            receipt.WaitForItsNotice(now);
            return;
        }

        receipt.Apply(now);
        if (notice.State.IsFinal())
            return;
        if (!receipt.Delivered)
        {
            await ends.Fail(notice, receipt.Code, now, ct);
            return;
        }

        notice.Delivered(Within(notice, receipt.At, now));
        metrics.Delivered(notice.Channel);
    }

    private async Task<List<Notice>> NoticesOf(List<GatewayReceipt> receipts, CancellationToken ct)
    {
        var ids = receipts.Select(r => r.NoticeId).OfType<Guid>().ToList();
        var found = await db.Set<Notice>().Where(n => ids.Contains(n.Id)).ToListAsync(ct);
        var numbers = receipts.Where(r => !found.Exists(n => IsOf(r, n))).Select(r => r.ProviderId).ToList();
        if (numbers.Count > 0)
            found.AddRange(await db.Set<Notice>().Where(n => numbers.Contains(n.ProviderId!)).ToListAsync(ct));
        return found;
    }

    private static bool IsOf(GatewayReceipt receipt, Notice notice) =>
        receipt.NoticeId == notice.Id
        || (
            receipt.ProviderId == notice.ProviderId
            && string.Equals(receipt.Gateway, notice.Channel.ToString(), StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The gateway's clock may be off: not before the hand-over, not in the future.</summary>
    private static DateTimeOffset Within(Notice notice, DateTimeOffset at, DateTimeOffset now) =>
        at > now ? now
        : at < notice.AcceptedAt ? notice.AcceptedAt.Value
        : at;
}
