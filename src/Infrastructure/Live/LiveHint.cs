using Domain.Notifications;
using Domain.Shared;

namespace Infrastructure.Live;

/// <summary>"Something changed": which topics should look again, at what, in which version. Never what changed.</summary>
public sealed record LiveHint(IReadOnlyList<string> Topics, Guid Id, long Version)
{
    /// <summary>Anything may have changed: every screen should look again.</summary>
    public static readonly LiveHint LookAgain = new(["*"], Guid.Empty, 0);

    /// <summary>Notices were queued: the worker should not wait for its poll.</summary>
    public static readonly LiveHint Outbox = new([LiveTopic.Outbox], Guid.Empty, 0);

    public bool IsLookAgain => Topics is ["*"];
}
