using Domain.Partners;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Partners.Webhooks;

public sealed record DeliveryRow(WebhookDelivery Delivery, string PartnerName, string Url);

/// <param name="ShutUntil">Left alone until then, because it failed again and again.</param>
public sealed record SubscriptionRow(
    WebhookSubscription Subscription,
    int Waiting,
    int GivenUp,
    int FailuresInARow,
    DateTimeOffset? ShutUntil
);

public sealed record DeliveryDetail(DeliveryRow Row, IReadOnlyList<WebhookAttempt> Attempts);

/// <summary>Pushes (推送) as their pages show them.</summary>
public sealed class DeliveryQueries(CourtDb db)
{
    /// <summary>The newest first; of a partner, of a state, of a kind where one is named.</summary>
    public async Task<Page<DeliveryRow>> Page(DeliveryFilter filter, Cursor? after, Actor by, CancellationToken ct)
    {
        var partners = db.PartnersVisibleTo(by);
        var wanted = db.Set<WebhookDelivery>().AsNoTracking().Where(d => partners.Any(p => p.Id == d.PartnerId));
        if (filter.PartnerId is { } partner)
            wanted = wanted.Where(d => d.PartnerId == partner);
        if (filter.State is { } state)
            wanted = wanted.Where(d => d.State == state);
        if (filter.Kind is { } kind)
            wanted = wanted.Where(d => d.Kind == kind);
        if (TypedText.Fold(filter.Number) is { Length: > 0 } number)
            wanted = wanted.Where(d => d.SubjectNumber == number);
        var rows = await Named(wanted.NewestFirst(after, d => d.At, d => d.Id)).ToListAsync(ct);
        return Page<DeliveryRow>.Of(rows, r => new Cursor(r.Delivery.At, r.Delivery.Id));
    }

    /// <returns>Null where there is none within reach.</returns>
    public async Task<DeliveryDetail?> One(Guid id, Actor by, CancellationToken ct)
    {
        var partners = db.PartnersVisibleTo(by);
        var own = db.Set<WebhookDelivery>().AsNoTracking().Where(d => d.Id == id && partners.Any(p => p.Id == d.PartnerId));
        if (await Named(own).SingleOrDefaultAsync(ct) is not { } row)
            return null;
        var attempts = await db.Set<WebhookAttempt>()
            .AsNoTracking()
            .Where(a => a.DeliveryId == id)
            .OrderByDescending(a => a.At)
            .ToListAsync(ct);
        return new DeliveryDetail(row, attempts);
    }

    public Task<List<SubscriptionRow>> Subscriptions(Guid partnerId, Actor by, CancellationToken ct)
    {
        var partners = db.PartnersVisibleTo(by);
        return (
            from s in db.Set<WebhookSubscription>().AsNoTracking()
            join l in db.Set<WebhookLane>() on s.Id equals l.SubscriptionId
            where s.PartnerId == partnerId && partners.Any(p => p.Id == partnerId)
            orderby s.OpenedAt
            select new SubscriptionRow(
                s,
                db.Set<WebhookDelivery>().Count(d => d.SubscriptionId == s.Id && d.EndedAt == null),
                db.Set<WebhookDelivery>().Count(d => d.SubscriptionId == s.Id && d.State == DeliveryState.GivenUp),
                l.FailuresInARow,
                l.ShutUntil
            )
        ).ToListAsync(ct);
    }

    private IQueryable<DeliveryRow> Named(IQueryable<WebhookDelivery> deliveries) =>
        from d in deliveries
        join p in db.Set<Partner>() on d.PartnerId equals p.Id
        join s in db.Set<WebhookSubscription>() on d.SubscriptionId equals s.Id
        orderby d.At descending, d.Id descending
        select new DeliveryRow(d, p.Name, s.Url);
}

public sealed record DeliveryFilter(Guid? PartnerId, DeliveryState? State, EventKind? Kind, string Number);
