using Domain.Notifications;
using Infrastructure.Health;

namespace Infrastructure.Outbox;

/// <summary>One look: refreshes the gauges, and tells the administrators what is stuck.</summary>
public sealed class RaiseOutboxAlarm(OutboxState state, OutboxMetrics metrics, TellAdministrators administrators)
{
    public async Task<IReadOnlyList<string>> Run(CancellationToken ct)
    {
        var figures = await state.Read(ct);
        metrics.Saw(figures.Channels);
        await administrators.Tell(OutboxNotices.Stuck, figures.Alarms, ct);
        return figures.Alarms;
    }
}
