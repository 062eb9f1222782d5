using Domain.Notifications;

namespace Infrastructure.Outbox;

/// <summary>How one host sends; <c>Outbox:*</c> in the configuration.</summary>
public sealed class OutboxOptions
{
    /// <summary>How long a claim holds, by the database's clock. Longer than a call and its record can take.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After which a call counts as failed.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often it looks by itself; new notices wake it at once.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the circuit of a gateway that fails stays open before one call tries again.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How old the oldest due notice may be before it is an alarm.</summary>
    public TimeSpan AlarmAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>By channel where it differs, e.g. <c>Outbox:Channels:Sms:PerSecond</c>.</summary>
    public Dictionary<NoticeChannel, ChannelLimits> Channels { get; init; } = [];

    public ChannelLimits LimitsOf(NoticeChannel channel) => Channels.GetValueOrDefault(channel) ?? new ChannelLimits();
}

public sealed class ChannelLimits
{
    /// <summary>Calls at the same time.</summary>
    public int Calls { get; init; } = 4;

    /// <summary>Notices handed over in a second; a fifth of it is kept for those that go past the others.</summary>
    public int PerSecond { get; init; } = 600;
}
