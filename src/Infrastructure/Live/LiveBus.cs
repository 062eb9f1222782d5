using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Live;

/// <summary>Fans hints out to the screens and hub groups of this process. What it carries comes from the change feed, so every host hears all.</summary>
public sealed partial class LiveBus(ILogger<LiveBus> log)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Func<LiveHint, Task>>> _watchers = new();
    private readonly ConcurrentDictionary<Guid, Func<LiveHint, Task>> _all = new();

    // For who begins to watch after it began to read. At a city's rate it goes back minutes; a reading takes less than a second.
    private readonly IReadOnlyList<string>[] _recent = new IReadOnlyList<string>[1024];
    private readonly Lock _turn = new();
    private long _carried;

    /// <summary>How many hints it has carried: noted before something is read, it says from where on <see cref="HasCarried"/> looks.</summary>
    public long Carried => Volatile.Read(ref _carried);

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

    /// <summary>Something on one of these topics may have changed since. To be asked when they are watched already, so that nothing falls between.</summary>
    /// <param name="since">What <see cref="Carried"/> was; of longer ago than it remembers, the answer is yes.</param>
    public bool HasCarried(IReadOnlyCollection<string> topics, long since)
    {
        if (topics.Count == 0)
            return false;
        lock (_turn)
        {
            if (_carried - since > _recent.Length)
                return true;
            for (var i = since; i < _carried; i++)
            {
                var hinted = _recent[i % _recent.Length];
                if (hinted == LiveHint.LookAgain.Topics || hinted.Any(topics.Contains))
                    return true;
            }

            return false;
        }
    }

    public async Task Publish(LiveHint hint)
    {
        lock (_turn)
        {
            _recent[_carried % _recent.Length] = hint.IsLookAgain ? LiveHint.LookAgain.Topics : hint.Topics;
            Volatile.Write(ref _carried, _carried + 1);
        }

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
