using Domain.Partners;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Partners.Webhooks;

/// <summary>Every subscriber with something due that is not to be left alone, some at the same time; none holds up another for long.</summary>
public sealed class PushDeliveries(CourtDb db, NoticeClaims clocks, IServiceScopeFactory scopes, WebhookOptions options, TimeProvider clock)
{
    /// <returns>How many were sent.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        await TakeBack(ct);
        var now = clock.GetUtcNow();
        var due = await (
            from s in db.Set<WebhookSubscription>()
            join p in db.Set<Partner>() on s.PartnerId equals p.Id
            where s.State == PartnerState.Active && p.State == PartnerState.Active
            where !db.Set<WebhookLane>().Any(l => l.SubscriptionId == s.Id && l.ShutUntil > now)
            where
                db.Set<WebhookDelivery>()
                    .Any(d => d.SubscriptionId == s.Id && d.EndedAt == null && d.DueAt <= now && d.State == DeliveryState.Queued)
            select s.Id
        ).ToListAsync(ct);
        var sent = 0;
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = options.Lanes, CancellationToken = ct },
            async (id, stop) =>
            {
                await using var scope = scopes.CreateAsyncScope();
                Interlocked.Add(ref sent, await scope.ServiceProvider.GetRequiredService<PushLane>().Run(id, stop));
            }
        );
        return sent;
    }

    /// <summary>Of workers that did not come back: sent again under the same event id.</summary>
    private async Task TakeBack(CancellationToken ct)
    {
        if (!await db.Set<WebhookDelivery>().AnyAsync(d => d.ClaimedBy != null, ct))
            return;
        var now = (await clocks.DatabaseNow(ct)).ToUniversalTime();
        await db.Set<WebhookDelivery>()
            .Where(d => d.ClaimedBy != null && d.State == DeliveryState.Claimed && d.ClaimedUntil < now)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.ClaimedBy, (Guid?)null), ct);
    }
}
