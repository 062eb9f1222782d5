using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Partners;

/// <summary>Sends again what was sent or given up, under the same event ids: one, or all since a time; by the administrator or by the partner itself.</summary>
public sealed class ReplayDeliveries(ICourtDb db, TimeProvider clock)
{
    /// <summary>At most so many in one go, the oldest first.</summary>
    public const int Most = 10_000;

    private const int Batch = 500;

    public async Task One(Guid deliveryId, Actor by, CancellationToken ct)
    {
        var own = Own(by);
        await db.Change(
            own.Where(d => d.Id == deliveryId),
            WebhookErrors.DeliveryNotFound,
            delivery =>
            {
                if (delivery.EndedAt is null)
                    throw WebhookErrors.StillWaiting();
                Queue(delivery);
            },
            ct
        );
    }

    /// <param name="eventId">As the partner knows it.</param>
    public async Task<int> OfEvent(Guid eventId, Actor by, CancellationToken ct)
    {
        var own = Own(by);
        return
            await Again(own.Where(d => d.EventId == eventId), ct) is var count
            && (count > 0 || await own.AnyAsync(d => d.EventId == eventId, ct))
            ? count
            : throw WebhookErrors.DeliveryNotFound();
    }

    /// <param name="subscriptionId">Null for all of them.</param>
    /// <returns>How many are sent again.</returns>
    public async Task<int> Since(DateTimeOffset from, Guid? subscriptionId, Actor by, CancellationToken ct)
    {
        var own = Own(by);
        return await Again(own.Where(d => d.At >= from && (subscriptionId == null || d.SubscriptionId == subscriptionId)), ct);
    }

    private async Task<int> Again(IQueryable<WebhookDelivery> deliveries, CancellationToken ct)
    {
        var count = 0;
        var before = clock.GetUtcNow(); // what ends meanwhile has been sent again
        while (count < Most)
        {
            var batch = await db.Change(
                async () =>
                {
                    var ended = await deliveries
                        .Where(d => d.EndedAt <= before)
                        .OrderBy(d => d.At)
                        .ThenBy(d => d.Id)
                        .Take(Batch)
                        .ToListAsync(ct);
                    ended.ForEach(Queue);
                    return ended.Count;
                },
                ct
            );
            count += batch;
            if (batch < Batch)
                break;
        }

        return count;
    }

    private IQueryable<WebhookDelivery> Own(Actor by)
    {
        if (by.Kind == ActorKind.Partner)
            return db.Set<WebhookDelivery>().Where(d => d.PartnerId == by.Id);
        var partners = db.PartnersVisibleTo(by);
        return db.Set<WebhookDelivery>().Where(d => partners.Any(p => p.Id == d.PartnerId));
    }

    private void Queue(WebhookDelivery delivery)
    {
        var now = clock.GetUtcNow();
        (delivery.State, delivery.Tries, delivery.DueAt, delivery.EndedAt) = (DeliveryState.Queued, 0, now, null);
        (delivery.ClaimedBy, delivery.ClaimedUntil) = (null, null);
        db.Hint(delivery.Id, LiveTopic.Webhooks);
    }
}
