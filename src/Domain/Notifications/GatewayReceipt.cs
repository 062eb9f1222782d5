namespace Domain.Notifications;

/// <summary>
/// What a gateway reports about a message it took, kept as it comes: late, twice, or before the hand-over was answered. The
/// worker applies it to its notice; one that names nothing known stays, to be asked about.
/// </summary>
public sealed class GatewayReceipt
{
    private static readonly TimeSpan s_givesUpAfter = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_atLeast = TimeSpan.FromSeconds(1);

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

    public DateTimeOffset KeptAt
    {
        get;
        init => (field, LookAt) = (value, value);
    }

    /// <summary>When its notice is looked for next; null when it was found, or when it will not come any more.</summary>
    public DateTimeOffset? LookAt { get; private set; }

    /// <summary>Null until its notice was found and told.</summary>
    public DateTimeOffset? AppliedAt { get; private set; }

    public void Apply(DateTimeOffset now) => (AppliedAt, LookAt) = (now, null);

    /// <summary>Its notice is not known yet: the hand-over may still be on its way. The longer it waits, the seldomer it is looked for.</summary>
    public void WaitForItsNotice(DateTimeOffset now)
    {
        var age = now - KeptAt;
        LookAt = age > s_givesUpAfter ? null : now + (age / 2 > s_atLeast ? age / 2 : s_atLeast);
    }
}
