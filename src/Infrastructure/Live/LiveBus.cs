using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Live;

/// <summary>Fans hints out to the screens and hub groups of this process. What it carries comes from the change feed, so every host hears all.</summary>
public sealed partial class LiveBus(ILogger<LiveBus> log)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Func<LiveHint, Task>>> _watchers = new();
    private readonly ConcurrentDictionary<Guid, Func<LiveHint, Task>> _all = new();

    /// <summary>Calls back on hints for a topic, and with <see cref="LiveHint.LookAgain"/>.</summary>
    public IDisposable Watch(string topic, Func<LiveHint, Task> callback)
    {
        var key = Guid.CreateVersion7();
        _watchers.GetOrAdd(topic, _ => new())[key] = callback;
        return new Subscription(() =>
        {
            if (!_watchers.TryGetValue(topic, out var watchers))
                return;
            watchers.TryRemove(key, out _);
        });
    }

    /// <summary>Calls back on every hint.</summary>
    public IDisposable WatchAll(Func<LiveHint, Task> callback)
    {
        var key = Guid.CreateVersion7();
        _all[key] = callback;
        return new Subscription(() => _all.TryRemove(key, out _));
    }

    public async Task Publish(LiveHint hint)
    {
        foreach (var callback in _all.Values)
            await Guarded(() => callback(hint));
        IEnumerable<string> watched = hint.IsLookAgain ? _watchers.Keys : hint.Topics;
        foreach (var topic in watched)
        {
            if (!_watchers.TryGetValue(topic, out var watchers))
                continue;
            foreach (var callback in watchers.Values)
                await Guarded(() => callback(hint));
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
