using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using MiniProgramApi.Security;

namespace MiniProgramApi.Live;

/// <summary>The connections of this process, so that a sign-out elsewhere closes them.</summary>
public sealed class HubConnections
{
    private readonly ConcurrentDictionary<string, (Caller Caller, HubCallerContext Context)> _open = new();

    public IReadOnlyCollection<Guid> Sessions => [.. _open.Values.Select(c => c.Caller.SessionId).Distinct()];

    public void Add(Caller caller, HubCallerContext context) => _open[context.ConnectionId] = (caller, context);

    public void Remove(HubCallerContext context) => _open.TryRemove(context.ConnectionId, out _);

    /// <param name="now">Whose the session is now; null when it is over.</param>
    public void CloseUnless(Guid session, Caller? now)
    {
        foreach (var (caller, context) in _open.Values)
        {
            if (caller.SessionId == session && caller.LitigantId != now?.LitigantId)
                context.Abort();
        }
    }
}
