namespace Domain.Notifications;

/// <summary>
/// How many subscribe messages of one template a person still lets us send, as far as we know: WeChat keeps the real account
/// and tells nobody. One accept is one message of a one-time template, any number of a long-term one.
/// </summary>
public sealed class SubscribeCredit
{
    public const int TemplateIdMaxLength = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid LitigantId { get; set; }
    public required string TemplateId { get; init; }
    public int Count { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The phone says that the person accepted.</summary>
    public void Accepted(DateTimeOffset now) => Set(Count + 1, now);

    /// <summary>WeChat took a message.</summary>
    public void Spent(DateTimeOffset now) => Set(Count - 1, now);

    /// <summary>WeChat says that there is none (43101), or the person switched it off.</summary>
    public void Exhausted(DateTimeOffset now) => Set(0, now);

    /// <summary>WeChat's own word of an accept, which the phone reports too: at least one is left.</summary>
    public void Confirmed(DateTimeOffset now) => Set(Math.Max(Count, 1), now);

    private void Set(int count, DateTimeOffset now) => (Count, ChangedAt) = (Math.Max(count, 0), now);
}

/// <summary>One answer to one question of the phone, so that a report sent again counts once.</summary>
public sealed class SubscribeReport
{
    public const int ResultsMaxLength = 600;

    /// <summary>Made by the phone.</summary>
    public Guid Id { get; init; }

    public Guid LitigantId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Template ids with WeChat's word for each: <c>TPL accept</c>, one a line.</summary>
    public required string Results { get; init; }
}
