using Domain.Partners;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Partners.Webhooks;

/// <summary>What is kept no longer: pushes that ended, events, the list of calls. What they were about has its own trace.</summary>
public sealed class ForgetDeliveries(CourtDb db, WebhookOptions options, TimeProvider clock)
{
    public async Task<int> Run(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - options.KeptFor;
        await db.Set<WebhookDelivery>().Where(d => d.At < before && d.EndedAt != null).ExecuteDeleteAsync(ct);
        await db.Set<IntegrationEvent>().Where(e => e.At < before && e.SpreadAt != null).ExecuteDeleteAsync(ct);
        await db.Set<PartnerCall>().Where(c => c.At < before).ExecuteDeleteAsync(ct);
        return 0;
    }
}
