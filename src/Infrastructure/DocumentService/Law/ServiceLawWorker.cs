using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>Every few seconds: limits counted anew when the calendar changed, and when judgments take effect. Several hosts may run it.</summary>
internal sealed class ServiceLawWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<ServiceLawWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(3);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_every, (RecountServiceLimits recount, CancellationToken ct) => recount.Run(ct), s_every),
            Round.Of(s_every, (ProposeEffect propose, CancellationToken ct) => propose.Run(ct), s_every),
        ];
}
