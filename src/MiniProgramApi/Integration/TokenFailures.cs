using System.Collections.Concurrent;

namespace MiniProgramApi.Integration;

/// <summary>
/// Wrong secrets in a row, by client and source: they lock that source out of that client for a while and nobody else (ADR 32). Of this
/// host, in memory: a secret of 256 bits is not guessed, this keeps the noise down.
/// </summary>
internal sealed class TokenFailures(IntegrationOptions options, TimeProvider clock)
{
    private const int MostRemembered = 50_000;
    private readonly ConcurrentDictionary<(string Client, string Source), (int Count, DateTimeOffset At)> _failures = new();

    public TimeSpan? LockedFor(string client, string source) =>
        _failures.TryGetValue((client, source), out var known)
        && known.Count >= options.FailuresPerSource
        && known.At + options.LockedFor - clock.GetUtcNow() is var left
        && left > TimeSpan.Zero
            ? left
            : null;

    public void Failed(string client, string source)
    {
        if (_failures.Count >= MostRemembered)
            _failures.Clear();
        var now = clock.GetUtcNow();
        _failures.AddOrUpdate((client, source), (1, now), (_, known) => (known.At + options.LockedFor <= now ? 1 : known.Count + 1, now));
    }

    public void Right(string client, string source) => _failures.TryRemove((client, source), out _);
}
