using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>
/// Stores the receipts of a gateway's call, so that it can be answered at once; the same one twice is one. The hint wakes
/// <c>Infrastructure.Outbox.ApplyReceipts</c>, which changes the notices; what that means for a service of documents goes on to
/// <c>Infrastructure.DocumentService.ApplyServiceOutcomes</c>.
/// </summary>
public sealed class KeepReceipts(ICourtDb db)
{
    public Task Handle(IReadOnlyCollection<GatewayReceipt> receipts, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var ids = receipts.Select(r => r.ProviderId).ToList();
                var known = await db.Set<GatewayReceipt>().AsNoTracking().Where(r => ids.Contains(r.ProviderId)).ToListAsync(ct);
                db.Set<GatewayReceipt>().AddRange(receipts.DistinctBy(Key).ExceptBy(known.Select(Key), Key));
                db.Hint(Guid.Empty, LiveTopic.Receipts);
            },
            ct
        );

    private static (string Gateway, string ProviderId, bool Delivered) Key(GatewayReceipt receipt) =>
        (receipt.Gateway, receipt.ProviderId, receipt.Delivered);
}
