using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>Stores the receipts of a gateway's call, so that it can be answered at once; the same one twice is one.</summary>
public sealed class KeepReceipts(ICourtDb db)
{
    public async Task Handle(IReadOnlyCollection<GatewayReceipt> receipts, CancellationToken ct)
    {
        foreach (var receipt in receipts)
        {
            var known = await db.GatewayReceipts.AnyAsync(r => r.Gateway == receipt.Gateway && r.ProviderId == receipt.ProviderId && r.Delivered == receipt.Delivered, ct);
            if (known) continue;
            db.GatewayReceipts.Add(receipt);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                db.Forget(); // the same receipt came twice at once
                if (!await db.GatewayReceipts.AnyAsync(r => r.Gateway == receipt.Gateway && r.ProviderId == receipt.ProviderId && r.Delivered == receipt.Delivered, ct)) throw;
            }
        }
    }
}
