using Infrastructure.Contacts;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.EarlyWarnings;

/// <summary>Calls again, screens what came in, finds divisions without a liaison officer. Any number of hosts may run it.</summary>
internal sealed class EarlyWarningWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<EarlyWarningWorker> log)
    : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_gapsEvery = TimeSpan.FromMinutes(5);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_every, (CallAgain calls, CancellationToken ct) => calls.Run(ct), s_every),
            Round.Of(s_every, (ScreenOrders screening, CancellationToken ct) => screening.Run(ct), s_every),
            Round.Of(s_gapsEvery, (FindContactGaps gaps, CancellationToken ct) => gaps.Run(ct), s_gapsEvery),
        ];
}
