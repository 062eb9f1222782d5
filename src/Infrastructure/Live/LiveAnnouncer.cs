using System.Threading.Channels;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Live;

/// <summary>
/// Takes the hints of committed changes and hands them on in batches. Not inside the committing transaction, because
/// engines serialise such commits (docs/adr/0005). Hints that a killed host still held are made good at its next start,
/// when every screen is told to look again.
/// </summary>
public abstract class LiveAnnouncer(IServiceScopeFactory scopes, LiveBus bus, ILogger log) : Worker(scopes, bus, log)
{
    private const int BatchSize = 200;
    private readonly Channel<LiveHint> _waiting = Channel.CreateUnbounded<LiveHint>(new() { SingleReader = true });

    /// <summary>Never waits and never fails: the change is committed already.</summary>
    public void Announce(IEnumerable<LiveHint> hints)
    {
        foreach (var hint in hints)
            _waiting.Writer.TryWrite(hint);
    }

    protected async Task<List<LiveHint>> NextBatch(CancellationToken ct)
    {
        await _waiting.Reader.WaitToReadAsync(ct);
        List<LiveHint> batch = [];
        while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var hint))
        {
            if (hint != LiveHint.Outbox || !batch.Contains(hint)) // once is enough to wake it
                batch.Add(hint);
        }

        return batch;
    }
}

/// <summary>For an engine without notifications: hints reach the screens of this host only.</summary>
public sealed class LocalLiveAnnouncer(IServiceScopeFactory scopes, LiveBus bus, ILogger<LocalLiveAnnouncer> log)
    : LiveAnnouncer(scopes, bus, log)
{
    private readonly LiveBus _bus = bus;

    protected override IEnumerable<Round> Rounds => [new(nameof(LocalLiveAnnouncer), TimeSpan.Zero, Publish)];

    private async Task<TimeSpan> Publish(IServiceProvider services, CancellationToken ct)
    {
        foreach (var hint in await NextBatch(ct))
            await _bus.Publish(hint);
        return TimeSpan.Zero;
    }
}
