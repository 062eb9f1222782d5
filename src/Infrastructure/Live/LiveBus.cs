using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Live;

/// <summary>Fans hints out to the screens and hub groups of this process. What it carries comes from the change feed, so every host hears all.</summary>
public sealed partial class LiveBus(ILogger<LiveBus> log)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Func<LiveHint, Task>>> _watchers = new();
    private readonly ConcurrentDictionary<Guid, Func<LiveHint?, Task>> _all = new();

    /// <summary>Calls back on hints for a topic, and with a hint of version 0 when the feed was interrupted: then anything may have changed.</summary>
    public IDisposable Watch(string topic, Func<LiveHint, Task> callback)
    {
        var key = Guid.CreateVersion7();
        _watchers.GetOrAdd(topic, _ => new())[key] = callback;
        return new Subscription(() =>
        {
            if (!_watchers.TryGetValue(topic, out var watchers)) return;
            watchers.TryRemove(key, out _);
        });
    }

    /// <summary>Calls back on every hint, and with null when the feed was interrupted.</summary>
    public IDisposable WatchAll(Func<LiveHint?, Task> callback)
    {
        var key = Guid.CreateVersion7();
        _all[key] = callback;
        return new Subscription(() => _all.TryRemove(key, out _));
    }

    public async Task Publish(LiveHint hint)
    {
        foreach (var callback in _all.Values) await Guarded(() => callback(hint));
        foreach (var topic in hint.Topics)
        {
            if (!_watchers.TryGetValue(topic, out var watchers)) continue;
            foreach (var callback in watchers.Values) await Guarded(() => callback(hint));
        }
    }

    /// <summary>The feed was away and is back: everybody looks again.</summary>
    public async Task PublishInterruption()
    {
        foreach (var callback in _all.Values) await Guarded(() => callback(null));
        foreach (var (topic, watchers) in _watchers)
        {
            foreach (var callback in watchers.Values) await Guarded(() => callback(new LiveHint([topic], Guid.Empty, 0)));
        }
    }

    private async Task Guarded(Func<Task> callback)
    {
        try
        {
            await callback();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            WatcherFailed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A watcher of live hints failed")]
    private static partial void WatcherFailed(ILogger log, Exception exception);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
