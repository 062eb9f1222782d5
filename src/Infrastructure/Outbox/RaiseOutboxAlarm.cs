using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Health;

namespace Infrastructure.Outbox;

/// <summary>
/// One look: refreshes the gauges, tells the administrators what has come to a stop since the look before, and those who were told that it
/// is over.
/// </summary>
public sealed class RaiseOutboxAlarm(
    OutboxState state,
    OutboxMetrics metrics,
    StandingAlarms standing,
    TellAdministrators administrators,
    TimeProvider clock
)
{
    /// <summary>What has been over for so long is said to be over: what comes and goes is not told each time.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    /// <returns>What stands now, told or not.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken ct)
    {
        var figures = await state.Read(ct);
        metrics.Saw(figures.Channels);
        var now = clock.GetUtcNow();
        var begun = figures.Standing.Where(a => !standing.Has(a.Key)).ToList();
        await administrators.TellOnce(
            OutboxNotices.Stuck,
            begun.ToDictionary(a => a.Key, a => $"{ChinaTime.Clock(a.Since ?? now)} 起，{a.Words}"),
            ct,
            OutboxNotices.Over
        );
        standing.Are(figures.Standing.Select(a => a.Key));
        await administrators.TellOver(
            OutboxNotices.Stuck,
            OutboxNotices.Over,
            (key, toldAt) =>
                standing.OverSince(key, now) is { } over && now - over >= Quiet
                    ? $"{ChinaTime.Clock(toldAt)} 告知的“{OutboxAlarm.Named(key)}”，{ChinaTime.Clock(over)} 起恢复"
                    : null,
            ct
        );
        return figures.Alarms;
    }
}

/// <summary>Which alarms stood at this host's last look: each is told when it begins, and not again while it lasts.</summary>
public sealed class StandingAlarms
{
    private readonly Dictionary<string, DateTimeOffset> _over = [];
    private IReadOnlySet<string> _keys = new HashSet<string>();

    public bool Has(string key) => _keys.Contains(key);

    public void Are(IEnumerable<string> keys)
    {
        _keys = keys.ToHashSet();
        foreach (var key in _keys)
            _over.Remove(key);
    }

    /// <returns>The first of this host's looks at which it did not stand any more; null while it stands.</returns>
    public DateTimeOffset? OverSince(string key, DateTimeOffset now) =>
        Has(key) ? null
        : _over.TryGetValue(key, out var since) ? since
        : _over[key] = now;
}
