using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Tracing.Anchors;

/// <summary>Anchors what changed every hour (<c>Trace:AnchorEvery</c>); several hosts take turns by a lease.</summary>
internal sealed class AnchorWorker(IServiceScopeFactory scopes, LiveBus bus, TraceSettings settings, ILogger<AnchorWorker> log)
    : Worker(scopes, bus, log)
{
    protected override IEnumerable<Round> Rounds =>
        [
            new(
                nameof(AnchorTrace),
                settings.AnchorEvery,
                async (services, ct) =>
                {
                    await services.GetRequiredService<AnchorTrace>().Run(ct);
                    return settings.AnchorEvery;
                }
            ),
        ];
}
