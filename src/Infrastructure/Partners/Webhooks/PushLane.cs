using System.Diagnostics;
using Domain.Partners;
using Domain.Shared;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Partners.Webhooks;

/// <summary>
/// One subscriber's turn: some deliveries are claimed and sent one after another, the oldest first, until one fails or the time is up; the
/// rest goes back. Nothing is locked and no transaction open while the subscriber is called.
/// </summary>
public sealed class PushLane(CourtDb db, NoticeClaims clocks, WebhookPost post, WebhookOptions options, TimeProvider clock)
{
    private const int Batch = 20;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(5);

    public async Task<int> Run(Guid subscriptionId, CancellationToken ct)
    {
        var lane = await db.Set<WebhookLane>().SingleAsync(l => l.SubscriptionId == subscriptionId, ct);
        var to = await db.Set<WebhookSubscription>().AsNoTracking().SingleAsync(s => s.Id == subscriptionId, ct);
        var claim = Guid.CreateVersion7();
        var start = Stopwatch.GetTimestamp();
        var sent = 0;
        // One alone shows whether a subscriber that failed again and again is back.
        foreach (var delivery in await Claim(subscriptionId, claim, lane.FailuresInARow >= options.BreakAfter ? 1 : Batch, ct))
        {
            var outcome = await post.Send(delivery, to, ct);
            sent++;
            Record(delivery, lane, outcome);
            if (!await db.SaveUnlessLost(ct) || outcome.Error.Length > 0 || Stopwatch.GetElapsedTime(start) > s_turn)
                break;
        }

        await db.Set<WebhookDelivery>()
            .Where(d => d.ClaimedBy == claim && d.State == DeliveryState.Claimed)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.ClaimedBy, (Guid?)null), ct);
        return sent;
    }

    private async Task<List<WebhookDelivery>> Claim(Guid subscriptionId, Guid claim, int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = (await clocks.DatabaseNow(ct)).ToUniversalTime() + options.Lease;
        var due = db.Set<WebhookDelivery>()
            .Where(d => d.SubscriptionId == subscriptionId && d.EndedAt == null && d.DueAt <= now && d.State == DeliveryState.Queued)
            .OrderBy(d => d.DueAt)
            .ThenBy(d => d.Id)
            .Select(d => d.Id)
            .Take(most);
        var ids = await due.ToListAsync(ct);
        // Whoever else has the same list finds them claimed.
        await db.Set<WebhookDelivery>()
            .Where(d => ids.Contains(d.Id) && d.State == DeliveryState.Queued)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(d => d.State, DeliveryState.Claimed)
                        .SetProperty(d => d.ClaimedBy, claim)
                        .SetProperty(d => d.ClaimedUntil, until),
                ct
            );
        return await db.Set<WebhookDelivery>().Where(d => d.ClaimedBy == claim).OrderBy(d => d.DueAt).ThenBy(d => d.Id).ToListAsync(ct);
    }

    private void Record(WebhookDelivery delivery, WebhookLane lane, PostOutcome outcome)
    {
        var now = clock.GetUtcNow();
        db.Set<WebhookAttempt>()
            .Add(
                new WebhookAttempt
                {
                    Id = Guid.CreateVersion7(now),
                    DeliveryId = delivery.Id,
                    At = now,
                    Milliseconds = outcome.Milliseconds,
                    Status = outcome.Status,
                    Error = outcome.Error,
                    Answer = outcome.Answer,
                }
            );
        delivery.Tries++;
        (delivery.LastStatus, delivery.LastError, delivery.ClaimedBy) = (outcome.Status, outcome.Error, null);
        if (outcome.Error.Length == 0)
        {
            (delivery.State, delivery.EndedAt) = (DeliveryState.Delivered, now);
            (lane.FailuresInARow, lane.ShutUntil) = (0, null);
            return;
        }

        if (delivery.Tries == 1)
            delivery.ExpiresAt = now + options.GiveUpAfter;
        delivery.DueAt = now + RetryTimes.After(delivery.Tries, Random.Shared.NextDouble());
        var isOver = delivery.ExpiresAt <= now;
        (delivery.State, delivery.EndedAt) = (isOver ? DeliveryState.GivenUp : DeliveryState.Queued, isOver ? now : null);
        lane.FailuresInARow++;
        if (lane.FailuresInARow >= options.BreakAfter)
            lane.ShutUntil = now + RetryTimes.After(lane.FailuresInARow, Random.Shared.NextDouble());
    }
}
