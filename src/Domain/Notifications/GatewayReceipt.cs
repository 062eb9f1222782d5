namespace Domain.Notifications;

/// <summary>
/// What a gateway reports about a message it took, kept as it comes: late, twice, or before the hand-over was answered. The
/// worker applies it to its notice; one that names nothing known stays, to be asked about.
/// </summary>
public sealed class GatewayReceipt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who says so: <c>sms</c>, <c>wechat</c>. Provider ids are unique within it.</summary>
    public required string Gateway { get; init; }

    public required string ProviderId { get; init; }

    /// <summary>Where the gateway hands our key back.</summary>
    public Guid? NoticeId { get; init; }

    public bool Delivered { get; init; }

    /// <summary>The gateway's code, e.g. <c>DELIVRD</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>When it happened, by the gateway's clock.</summary>
    public DateTimeOffset At { get; init; }

    public DateTimeOffset KeptAt { get; init; }

    /// <summary>Null until its notice was found and told.</summary>
    public DateTimeOffset? AppliedAt { get; private set; }

    public void Apply(DateTimeOffset now) => AppliedAt = now;
}
