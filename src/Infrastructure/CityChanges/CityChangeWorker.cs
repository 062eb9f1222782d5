using Domain.CityChanges;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.CityChanges;

/// <summary>Carries out what was approved where the process that approved it did not come to it. Any number of hosts may run it.</summary>
internal sealed class CityChangeWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<CityChangeWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(20);

    /// <summary>Whoever approves carries it out as a rule.</summary>
    private static readonly TimeSpan s_leave = TimeSpan.FromSeconds(3);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_every, (CarryOutCityChanges changes, CancellationToken ct) => changes.Run(ct), s_every) with
            {
                Topic = LiveTopic.CityChanges,
                Gather = s_leave,
            },
        ];
}
