using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Previews;

/// <summary>Makes previews on this host, one paper and one recording at a time. Any number of hosts may run it.</summary>
internal sealed class PreviewWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<PreviewWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);

    protected override IEnumerable<Round> Rounds => [Making("Papers", isMedia: false), Making("Recordings", isMedia: true)];

    private static Round Making(string name, bool isMedia) =>
        new(
            $"{nameof(MakePreviews)}.{name}",
            s_poll,
            async (services, stop) => await services.GetRequiredService<MakePreviews>().Run(isMedia, stop) > 0 ? TimeSpan.Zero : s_poll
        );
}
