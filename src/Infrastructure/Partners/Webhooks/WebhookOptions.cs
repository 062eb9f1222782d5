namespace Infrastructure.Partners.Webhooks;

/// <summary>Section <c>Webhooks</c>: how one host pushes.</summary>
public sealed class WebhookOptions
{
    /// <summary>Private addresses and networks that subscribers may stand on all the same: the court's own systems.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>For everything together: name, connection, encryption, answer.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a claim holds, by the database's clock.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often it looks by itself; what is new wakes it at once.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After the first failure of a delivery; then it is given up, and can be sent again.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Failures in a row after which a subscriber is left alone for a while.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>Subscribers at the same time.</summary>
    public int Lanes { get; init; } = 8;

    /// <summary>Events, deliveries and the list of calls.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(90);
}
