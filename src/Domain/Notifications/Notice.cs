namespace Domain.Notifications;

public enum NoticeChannel
{
    Sms,
    WeChat,
}

public enum RecipientKind
{
    Staff,
    Litigant,

    /// <summary>Somebody known by phone number only, e.g. a caller.</summary>
    Phone,
}

public enum NoticeState
{
    Queued,
    Claimed,
    Accepted,
    Delivered,
    Failed,
    Expired,
}

/// <summary>One row of the outbox: one recipient and one channel, written in the transaction of the fact that causes it.</summary>
public sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public RecipientKind RecipientKind { get; init; }
    public Guid? RecipientId { get; init; }

    /// <summary>Phone number where it is known when the notice is written; a member of staff's is looked up when it is sent.</summary>
    public string? Address { get; init; }

    public NoticeChannel Channel { get; init; }

    /// <summary>See <see cref="NoticeTemplates"/>.</summary>
    public required string Template { get; init; }

    /// <summary>Values of the template's fields; masked as the rules for that channel ask.</summary>
    public Dictionary<string, string> Fields { get; init; } = [];

    /// <summary>The work order that caused it.</summary>
    public Guid? WorkOrderId { get; init; }

    /// <summary>May be sent outside working hours (codes, answers to litigants).</summary>
    public bool Urgent { get; init; }

    public NoticeState State { get; private set; } = NoticeState.Queued;
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
}
