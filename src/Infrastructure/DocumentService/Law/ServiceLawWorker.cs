using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>Every few seconds: limits counted anew when the calendar changed, and when judgments take effect. Several hosts may run it.</summary>
internal sealed partial class ServiceLawWorker(IServiceScopeFactory scopes, ILogger<ServiceLawWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RecountServiceLimits>().Run(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<ProposeEffect>().Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e); // the database is away: the next round again
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of time limits and effective judgments failed; the next one goes on")]
    private static partial void Failed(ILogger log, Exception e);
}
