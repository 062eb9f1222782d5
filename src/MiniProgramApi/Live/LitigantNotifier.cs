using Domain.Cases;
using Domain.Shared;
using Infrastructure.Live;
using Microsoft.AspNetCore.SignalR;
using MiniProgramApi.App;
using MiniProgramApi.Security;

namespace MiniProgramApi.Live;

/// <param name="Topic">"workOrder", "service" of documents, "case", "me", or "all" when anything may have changed.</param>
public sealed record Changed(string Topic, Guid? Id = null, long? Version = null);

/// <summary>Passes what the change feed says on to the phones it concerns, and acts at once on sessions that are over.</summary>
internal sealed class LitigantNotifier(LiveBus bus, IHubContext<LitigantHub> hub, Sessions sessions, HubConnections connections)
    : IHostedService
{
    private const string Method = "changed";
    private const string LitigantPrefix = "litigant:";
    private const string SessionPrefix = "session:";
    private IDisposable? _watch;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watch = bus.WatchAll(Pass);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _watch?.Dispose();
        return Task.CompletedTask;
    }

    private async Task Pass(LiveHint hint)
    {
        if (hint.IsLookAgain)
        {
            sessions.ForgetAll();
            foreach (var session in connections.Sessions)
                await CloseIfOver(session);
            await hub.Clients.All.SendAsync(Method, new Changed("all"));
            return;
        }

        foreach (var topic in hint.Topics)
        {
            if (topic.StartsWith(SessionPrefix, StringComparison.Ordinal))
                await SessionChanged(hint.Id);
            else if (topic.StartsWith(LitigantPrefix, StringComparison.Ordinal))
                await Tell(topic, hint);
        }
    }

    private Task Tell(string group, LiveHint hint)
    {
        var isAboutThePerson = group == LiveTopic.Litigant(hint.Id);
        if (isAboutThePerson)
            sessions.ForgetAll(); // the name in what is remembered may be the old one
        return hub
            .Clients.Group(group)
            .SendAsync(
                Method,
                new Changed(
                    isAboutThePerson ? "me"
                        : IsOfService(hint) ? "service"
                        : IsOfCase(hint) ? "case"
                        : "workOrder",
                    hint.Id,
                    hint.Version
                )
            );
    }

    private static bool IsOfService(LiveHint hint) => hint.Topics.Any(t => t.StartsWith("serviceTask:", StringComparison.Ordinal));

    private static bool IsOfCase(LiveHint hint) => hint.Topics.Contains(CaseTopics.Case(hint.Id));

    private async Task SessionChanged(Guid session)
    {
        sessions.Forget(session);
        await CloseIfOver(session);
    }

    /// <summary>Also when the session has moved to another account: whoever is connected comes again and hears the right changes.</summary>
    private async Task CloseIfOver(Guid session) => connections.CloseUnless(session, await sessions.Find(session, CancellationToken.None));
}
