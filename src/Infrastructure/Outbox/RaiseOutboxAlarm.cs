using Domain.Notifications;
using Infrastructure.Health;

namespace Infrastructure.Outbox;

/// <summary>One look: refreshes the gauges, and tells the administrators what has come to a stop since the look before.</summary>
public sealed class RaiseOutboxAlarm(OutboxState state, OutboxMetrics metrics, StandingAlarms standing, TellAdministrators administrators)
{
    /// <returns>What stands now, told or not.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken ct)
    {
        var figures = await state.Read(ct);
        metrics.Saw(figures.Channels);
        var begun = figures.Standing.Where(a => !standing.Has(a.Key)).ToList();
        await administrators.TellOnce(OutboxNotices.Stuck, begun.ToDictionary(a => a.Key, a => a.Words), ct);
        standing.Are(figures.Standing.Select(a => a.Key));
        return figures.Alarms;
    }
}

/// <summary>Which alarms stood at this host's last look: each is told when it begins, and not again while it lasts.</summary>
public sealed class StandingAlarms
{
    private IReadOnlySet<string> _keys = new HashSet<string>();

    public bool Has(string key) => _keys.Contains(key);

    public void Are(IEnumerable<string> keys) => _keys = keys.ToHashSet();
}
