using Domain.Shared;

namespace Domain.Partners;

/// <summary>Where a partner wants to hear of what (订阅). Its secrets are drawn from their ids and stored nowhere.</summary>
public sealed class WebhookSubscription : Aggregate
{
    public const int UrlMaxLength = 500;

    private WebhookSubscription() { }

    public Guid PartnerId { get; private init; }
    public string Url { get; private set; } = "";
    public List<EventKind> Kinds { get; private set; } = [];
    public PartnerState State { get; private set; }
    public DateTimeOffset OpenedAt { get; private init; }
    public Guid SecretId { get; private set; }

    /// <summary>Signs too while the receiver goes over to the new one; null otherwise.</summary>
    public Guid? FormerSecretId { get; private set; }

    public IReadOnlyList<Guid> Secrets => FormerSecretId is { } former ? [SecretId, former] : [SecretId];

    internal static WebhookSubscription Open(
        Guid id,
        Guid partnerId,
        string url,
        IReadOnlyCollection<EventKind> kinds,
        Actor by,
        DateTimeOffset now
    )
    {
        var subscription = new WebhookSubscription
        {
            Id = id,
            PartnerId = partnerId,
            OpenedAt = now,
            SecretId = Guid.CreateVersion7(now),
        };
        subscription.Take(url, kinds);
        subscription.Raise(SubscriptionFacts.Opened, by, now, new SubscriptionData(url, [.. kinds.Select(k => k.Code())]));
        return subscription;
    }

    public void Set(string url, IReadOnlyCollection<EventKind> kinds, Actor by, DateTimeOffset now)
    {
        CheckNotEnded();
        Take(url, kinds);
        Raise(SubscriptionFacts.Changed, by, now, new SubscriptionData(url, [.. kinds.Select(k => k.Code())]));
    }

    /// <summary>A new secret; the one before signs too until <see cref="EndFormerSecret"/>.</summary>
    public void ChangeSecret(Actor by, DateTimeOffset now)
    {
        CheckNotEnded();
        if (FormerSecretId is not null)
            throw WebhookErrors.SecretChanging();
        (FormerSecretId, SecretId) = (SecretId, Guid.CreateVersion7(now));
        Raise(SubscriptionFacts.SecretChanged, by, now, null);
    }

    public void EndFormerSecret(Actor by, DateTimeOffset now)
    {
        if (FormerSecretId is null)
            return;
        FormerSecretId = null;
        Raise(SubscriptionFacts.FormerSecretEnded, by, now, null);
    }

    public void Become(PartnerState state, Actor by, DateTimeOffset now)
    {
        if (State == state)
            return;
        CheckNotEnded();
        State = state;
        var fact = state switch
        {
            PartnerState.Active => SubscriptionFacts.Resumed,
            PartnerState.Paused => SubscriptionFacts.Paused,
            _ => SubscriptionFacts.Ended,
        };
        Raise(fact, by, now, null);
    }

    private void Take(string url, IReadOnlyCollection<EventKind> kinds)
    {
        if (kinds.Count == 0)
            throw WebhookErrors.KindsMissing();
        (Url, Kinds) = (url, [.. kinds.Distinct().Order()]);
    }

    private void CheckNotEnded()
    {
        if (State == PartnerState.Ended)
            throw WebhookErrors.Ended();
    }

    private void Raise(string kind, Actor by, DateTimeOffset now, FactData? data) =>
        Raise(new Fact(kind, by, now) { Data = data, Topics = [LiveTopic.Partners] });
}

public static class SubscriptionFacts
{
    public const string Opened = "subscription_opened";
    public const string Changed = "subscription_changed";
    public const string SecretChanged = "subscription_secret_changed";
    public const string FormerSecretEnded = "subscription_former_secret_ended";
    public const string Paused = "subscription_paused";
    public const string Resumed = "subscription_resumed";
    public const string Ended = "subscription_ended";
}

public sealed record SubscriptionData(string Url, IReadOnlyList<string> Kinds) : FactData;
