namespace Infrastructure.Live;

/// <summary>
/// Something small that everybody reads and few change, kept in memory: dropped when the change feed says that it changed,
/// and read again after <see cref="s_lifetime"/> at the latest.
/// </summary>
public abstract class ReferenceCache<T> : IDisposable
    where T : class
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);
    private readonly TimeProvider _clock;
    private readonly IDisposable _watch;
    private Cached? _current;
    private int _generation;

    protected ReferenceCache(string topic, LiveBus bus, TimeProvider clock)
    {
        _clock = clock;
        _watch = bus.Watch(
            topic,
            _ =>
            {
                Renew();
                return Task.CompletedTask;
            }
        );
    }

    public async ValueTask<T> Current(CancellationToken ct)
    {
        if (_current is { } known && _clock.GetElapsedTime(known.ReadAt) < s_lifetime)
            return known.Value;
        var generation = Volatile.Read(ref _generation);
        var read = await Read(ct);
        var cached = new Cached(read, _clock.GetTimestamp());
        _current = cached;
        // What was read before a change that came in between is not kept.
        if (generation != Volatile.Read(ref _generation))
            Interlocked.CompareExchange(ref _current, null, cached);
        return read;
    }

    public void Renew()
    {
        Interlocked.Increment(ref _generation);
        _current = null;
    }

    public void Dispose()
    {
        _watch.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<T> Read(CancellationToken ct);

    private sealed record Cached(T Value, long ReadAt);
}
