using Domain.Notifications;
using Infrastructure.Health;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Tracing.Anchors;

/// <summary>Looks whether anchoring goes on, from every host, worker or not.</summary>
internal sealed partial class AnchorWatch(IServiceScopeFactory scopes, LiveBus bus, ILogger<AnchorWatch> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(10);

    protected override IEnumerable<Round> Rounds =>
        [
            new(
                nameof(AnchorState),
                s_every,
                async (services, ct) =>
                {
                    if (await services.GetRequiredService<AnchorState>().Alarm(ct) is { } alarm)
                    {
                        NotAnchored(Log, alarm);
                        await services.GetRequiredService<TellAdministrators>().Tell(TraceNotices.NotAnchored, [alarm], ct);
                    }

                    return s_every;
                }
            )
            {
                StartsAfter = s_every,
            },
        ];

    [LoggerMessage(Level = LogLevel.Critical, Message = "The trace is not anchored: {Alarm}")]
    private static partial void NotAnchored(ILogger log, string alarm);
}
