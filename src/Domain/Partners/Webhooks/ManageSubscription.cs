using Domain.Auditing;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Partners;

/// <summary>The administrator says where a partner hears of what. Whoever sees a secret leaves a row in the audit log.</summary>
public sealed class ManageSubscription(ICourtDb db, IWebhookSecrets secrets, IWebhookAddresses addresses, IAudit audit, TimeProvider clock)
{
    /// <param name="wanted">Its id is made by the page: pressing twice opens one.</param>
    /// <returns>What it is signed with, shown this once.</returns>
    public async Task<string> Open(Guid partnerId, Wanted wanted, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.Partners))
            throw PartnerErrors.NotYours();
        var url = Checked(wanted.Url);
        var (opened, _) = await db.Once(
            () => Known(partnerId, wanted.Id, ct),
            async () =>
            {
                var partner =
                    await db.PartnersVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(p => p.Id == partnerId, ct)
                    ?? throw PartnerErrors.NotFound();
                if (partner.State == PartnerState.Ended)
                    throw PartnerErrors.Ended();
                if (!partner.Scopes.Contains(PartnerScope.Events))
                    throw WebhookErrors.ScopeMissing();
                var now = clock.GetUtcNow();
                db.Set<WebhookLane>().Add(new WebhookLane { SubscriptionId = wanted.Id });
                return db.Set<WebhookSubscription>().Add(WebhookSubscription.Open(wanted.Id, partnerId, url, wanted.Kinds, by, now)).Entity;
            },
            ct
        );
        return Show(opened, by);
    }

    public Task Set(Wanted wanted, Actor by, CancellationToken ct) =>
        Change(wanted.Id, by, s => s.Set(Checked(wanted.Url), wanted.Kinds, by, clock.GetUtcNow()), ct);

    /// <returns>The new secret, shown this once.</returns>
    public async Task<string> ChangeSecret(Guid id, Actor by, CancellationToken ct) =>
        Show(await Change(id, by, s => s.ChangeSecret(by, clock.GetUtcNow()), ct), by);

    public Task EndFormerSecret(Guid id, Actor by, CancellationToken ct) =>
        Change(id, by, s => s.EndFormerSecret(by, clock.GetUtcNow()), ct);

    public Task Become(Guid id, PartnerState state, Actor by, CancellationToken ct) =>
        Change(id, by, s => s.Become(state, by, clock.GetUtcNow()), ct);

    private async Task<WebhookSubscription?> Known(Guid partnerId, Guid id, CancellationToken ct)
    {
        var known = await db.Set<WebhookSubscription>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        return known is null || known.PartnerId == partnerId ? known : throw PartnerErrors.IdTaken();
    }

    private Task<WebhookSubscription> Change(Guid id, Actor by, Action<WebhookSubscription> act, CancellationToken ct)
    {
        var partners = db.PartnersVisibleTo(by);
        var own = db.Set<WebhookSubscription>().Where(s => s.Id == id && partners.Any(p => p.Id == s.PartnerId));
        return by.Reaches(Feature.Partners) ? db.Change(own, WebhookErrors.NotFound, act, ct) : throw PartnerErrors.NotYours();
    }

    private string Show(WebhookSubscription subscription, Actor by)
    {
        audit.Note(AuditEntry.Of(AuditKind.Revealed, "推送签名密钥", by, subscription.Id, subscription.Url));
        return secrets.For(subscription.SecretId);
    }

    private string Checked(string url) =>
        url.Trim() is { Length: <= WebhookSubscription.UrlMaxLength } given && addresses.MayBe(given)
            ? given
            : throw WebhookErrors.AddressInvalid();

    /// <param name="Id">Of the subscription.</param>
    public sealed record Wanted(Guid Id, string Url, IReadOnlyCollection<EventKind> Kinds);
}
