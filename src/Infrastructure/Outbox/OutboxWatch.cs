using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Outbox;

/// <summary>
/// Looks whether the outbox lives, from every host, worker or not, and tells the administrators when it does not: in-app, which needs no
/// sending.
/// </summary>
public sealed partial class OutboxWatch(IServiceScopeFactory scopes, ILogger<OutboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var alarms = await scope.ServiceProvider.GetRequiredService<RaiseOutboxAlarm>().Run(stoppingToken);
                foreach (var alarm in alarms)
                    Stuck(log, alarm);
            }
            catch (Exception e) when (e is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                NotSeen(log, e.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The outbox is stuck: {Alarm}")]
    private static partial void Stuck(ILogger log, string alarm);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The outbox cannot be looked at: {Reason}")]
    private static partial void NotSeen(ILogger log, string reason);
}
