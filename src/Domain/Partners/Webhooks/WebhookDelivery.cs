namespace Domain.Partners;

public enum DeliveryState
{
    /// <summary>待推送.</summary>
    Queued,

    /// <summary>推送中, by one worker until a time.</summary>
    Claimed,

    /// <summary>已送到.</summary>
    Delivered,

    /// <summary>已放弃: it failed for too long; it can be sent again.</summary>
    GivenUp,
}

/// <summary>One event on its way to one subscriber (推送). Sent again it is the same event under the same id.</summary>
public sealed class WebhookDelivery
{
    public const int BodyMaxLength = 2000;
    public const int ErrorMaxLength = 60;

    public Guid Id { get; init; }
    public Guid SubscriptionId { get; init; }
    public Guid PartnerId { get; init; }
    public Guid EventId { get; init; }
    public EventKind Kind { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }
    public required string SubjectNumber { get; init; }

    /// <summary>As it is signed and sent, each time the same.</summary>
    public required string Body { get; init; }

    public DeliveryState State { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it is given up.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
    public Guid? ClaimedBy { get; set; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Of the last try; null where there was no answer.</summary>
    public int? LastStatus { get; set; }
    public string LastError { get; set; } = "";
}

/// <summary>One try.</summary>
public sealed class WebhookAttempt
{
    public const int AnswerMaxLength = 500;

    public Guid Id { get; init; }
    public Guid DeliveryId { get; init; }
    public DateTimeOffset At { get; init; }
    public long Milliseconds { get; init; }

    /// <summary>Null where there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Why it failed: a word of <see cref="DeliveryWords"/>; empty when it was delivered.</summary>
    public string Error { get; init; } = "";

    /// <summary>The beginning of what the subscriber said.</summary>
    public string Answer { get; init; } = "";
}

/// <summary>Whether a subscriber can be reached: one that fails again and again is left alone for a while, and then tried with one.</summary>
public sealed class WebhookLane
{
    public Guid SubscriptionId { get; init; }
    public int FailuresInARow { get; set; }
    public DateTimeOffset? ShutUntil { get; set; }
}

public static class DeliveryWords
{
    public static string Chinese(this DeliveryState state) =>
        state switch
        {
            DeliveryState.Queued => "待推送",
            DeliveryState.Claimed => "推送中",
            DeliveryState.Delivered => "已送到",
            DeliveryState.GivenUp => "已放弃",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Failure(string error) =>
        error switch
        {
            "" => "",
            "address" => "地址不允许（内网或不是 https）",
            "connect" => "连不上",
            "tls" => "证书或加密连接有问题",
            "timeout" => "超过时限没有答复",
            "redirect" => "对方要求跳转，不跟随",
            "status" => "对方没有收下",
            _ => error,
        };
}
