using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Outbox;

/// <summary>
/// Looks whether the outbox lives, from every host, worker or not, and tells the administrators when it does not: in-app, which needs no
/// sending.
/// </summary>
public sealed partial class OutboxWatch(IServiceScopeFactory scopes, LiveBus bus, ILogger<OutboxWatch> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(15);

    protected override IEnumerable<Round> Rounds =>
        [
            new(
                nameof(RaiseOutboxAlarm),
                s_every,
                async (services, ct) =>
                {
                    foreach (var alarm in await services.GetRequiredService<RaiseOutboxAlarm>().Run(ct))
                        Stuck(Log, alarm);
                    return s_every;
                }
            )
            {
                StartsAfter = OutboxState.WorkerGoneAfter,
            },
        ];

    protected override void Failed(Round round, Exception exception, TimeSpan pause) => NotSeen(Log, exception.Message);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The outbox is stuck: {Alarm}")]
    private static partial void Stuck(ILogger log, string alarm);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The outbox cannot be looked at: {Reason}")]
    private static partial void NotSeen(ILogger log, string reason);
}
