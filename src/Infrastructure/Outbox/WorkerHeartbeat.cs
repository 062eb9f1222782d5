namespace Infrastructure.Outbox;

/// <summary>That a host's worker lives, so that "no worker runs at all" can be seen.</summary>
public sealed class WorkerHeartbeat
{
    public const int HostMaxLength = 80;

    public Guid Id { get; init; }
    public required string Host { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Channels whose gateway it does not call now, because it fails; separated by spaces.</summary>
    public string OpenCircuits { get; set; } = "";
}
