using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Partners.Webhooks;

/// <summary>Each event becomes a delivery for each subscriber of its kind and court, once.</summary>
public sealed class SpreadEvents(CourtDb db, WorkerLeases leases, WebhookOptions options, TimeProvider clock)
{
    private const int Batch = 200;
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<int> Run(CancellationToken ct) =>
        await db.Set<IntegrationEvent>().AnyAsync(e => e.SpreadAt == null, ct)
            ? await leases.Alone("webhook-events", s_lease, _ => Spread(ct), ct) ?? 0
            : 0;

    private async Task<int> Spread(CancellationToken ct)
    {
        var events = await db.Set<IntegrationEvent>().Where(e => e.SpreadAt == null).OrderBy(e => e.Id).Take(Batch).ToListAsync(ct);
        var subscribers = await (
            from s in db.Set<WebhookSubscription>().AsNoTracking()
            join p in db.Set<Partner>().AsNoTracking() on s.PartnerId equals p.Id
            where s.State != PartnerState.Ended && p.State != PartnerState.Ended
            select new { Subscription = s, Partner = p }
        ).ToListAsync(ct);
        subscribers.RemoveAll(s => !s.Partner.Scopes.Contains(PartnerScope.Events));
        var courts = await db.Set<Court>().ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        var subjects = events.ConvertAll(e => e.SubjectId);
        var own = (
            subscribers.Count == 0
                ? []
                : await db.Set<PartnerOrder>().AsNoTracking().Where(o => subjects.Contains(o.WorkOrderId)).ToListAsync(ct)
        ).ToLookup(o => (o.PartnerId, o.WorkOrderId));
        var now = clock.GetUtcNow();
        foreach (var happened in events)
        {
            happened.SpreadAt = now;
            foreach (var to in subscribers.Where(s => s.Subscription.Kinds.Contains(happened.Kind)))
            {
                if (to.Partner.CourtId is { } court && court != happened.CourtId)
                    continue;
                var reference = own[(to.Partner.Id, happened.SubjectId)].FirstOrDefault()?.Reference;
                db.Set<WebhookDelivery>()
                    .Add(Delivery(to.Subscription, happened, Body(happened, courts[happened.CourtId], reference), now));
            }
        }

        db.Hint(Guid.Empty, LiveTopic.Webhooks);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return events.Count;
    }

    private WebhookDelivery Delivery(WebhookSubscription to, IntegrationEvent happened, string body, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            SubscriptionId = to.Id,
            PartnerId = to.PartnerId,
            EventId = happened.Id,
            Kind = happened.Kind,
            At = happened.At,
            SubjectNumber = happened.SubjectNumber,
            Body = body,
            DueAt = now,
            ExpiresAt = now + options.GiveUpAfter,
        };

    /// <param name="reference">The subscriber's own number, where it brought the order; then it may look it up.</param>
    private static string Body(IntegrationEvent happened, string court, string? reference) =>
        JsonSerializer.Serialize(
            new
            {
                happened.Id,
                Kind = happened.Kind.Code(),
                KindName = happened.Kind.Chinese(),
                At = happened.At.UtcDateTime,
                happened.Sequence,
                Subject = new
                {
                    Type = happened.Kind.Code().Split('.')[0],
                    Number = happened.SubjectNumber,
                    Reference = reference,
                },
                Court = court,
                happened.State,
                happened.StateName,
                happened.DueDay,
                Links = reference is null ? null : new { Self = $"/integration/v1/work-orders/{happened.SubjectNumber}" },
            },
            s_json
        );
}
