using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>Stores the receipts of a gateway's call, so that it can be answered at once; the same one twice is one.</summary>
public sealed class KeepReceipts(ICourtDb db)
{
    public async Task Handle(IReadOnlyCollection<GatewayReceipt> receipts, CancellationToken ct)
    {
        try
        {
            await Add(receipts, ct);
        }
        catch (DbUpdateException)
        {
            db.Forget(); // some came twice at once: one by one, so that what is new is kept
            foreach (var receipt in receipts)
                await AddAlone(receipt, ct);
        }
    }

    private async Task AddAlone(GatewayReceipt receipt, CancellationToken ct)
    {
        try
        {
            await Add([receipt], ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            if (
                !await db.Set<GatewayReceipt>()
                    .AnyAsync(
                        r => r.Gateway == receipt.Gateway && r.ProviderId == receipt.ProviderId && r.Delivered == receipt.Delivered,
                        ct
                    )
            )
                throw;
        }
    }

    private async Task Add(IReadOnlyCollection<GatewayReceipt> receipts, CancellationToken ct)
    {
        var ids = receipts.Select(r => r.ProviderId).ToList();
        var known = await db.Set<GatewayReceipt>()
            .AsNoTracking()
            .Where(r => ids.Contains(r.ProviderId))
            .Select(r => new
            {
                r.Gateway,
                r.ProviderId,
                r.Delivered,
            })
            .ToListAsync(ct);
        var fresh = receipts
            .DistinctBy(r => new
            {
                r.Gateway,
                r.ProviderId,
                r.Delivered,
            })
            .Where(r =>
                !known.Contains(
                    new
                    {
                        r.Gateway,
                        r.ProviderId,
                        r.Delivered,
                    }
                )
            );
        db.Set<GatewayReceipt>().AddRange(fresh);
        await db.SaveChangesAsync(ct);
    }
}
