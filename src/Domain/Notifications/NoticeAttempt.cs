namespace Domain.Notifications;

public enum AttemptOutcome
{
    Accepted,
    Delivered,

    /// <summary>For good, on this channel.</summary>
    Refused,

    /// <summary>Not this time.</summary>
    TryAgain,

    /// <summary>The worker that held it ended before it said what came of it.</summary>
    Unknown,
}

/// <summary>One hand-over of a notice to a gateway, tried.</summary>
public sealed class NoticeAttempt
{
    public Guid NoticeId { get; init; }

    /// <summary>1, 2, 3 … within the notice.</summary>
    public int Number { get; init; }

    public NoticeChannel Channel { get; init; }
    public DateTimeOffset At { get; init; }
    public AttemptOutcome Outcome { get; init; }

    /// <summary>The gateway's code, or our word for it; empty when it went well.</summary>
    public string Code { get; init; } = "";

    public int TookMs { get; init; }
}
