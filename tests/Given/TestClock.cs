namespace Given;

/// <summary>A clock that a test moves on; it starts at the given instant and goes on by itself.</summary>
public sealed class TestClock(DateTimeOffset? startAt = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _shift = startAt is { } start ? start - System.GetUtcNow() : TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return System.GetUtcNow() + _shift;
    }

    public void Advance(TimeSpan time)
    {
        lock (_gate) _shift += time;
    }
}
