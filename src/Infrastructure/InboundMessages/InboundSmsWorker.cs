using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.InboundMessages;

/// <summary>Looks once a second whether somebody has written. Several hosts may run it: the message's version settles who reads it.</summary>
internal sealed partial class InboundSmsWorker(IServiceScopeFactory scopes, ILogger<InboundSmsWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<InboundSmsRound>().Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e); // the database is away: next second again
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of reading inbound SMS failed")]
    private static partial void Failed(ILogger log, Exception e);
}
