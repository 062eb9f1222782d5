using Infrastructure.Contacts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.EarlyWarnings;

/// <summary>Every few seconds: calls again, screens what came in, finds divisions without a liaison officer. Any number of hosts may run it.</summary>
internal sealed partial class EarlyWarningWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EarlyWarningWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_gapsEvery = TimeSpan.FromMinutes(5);
    private DateTimeOffset _gapsAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Each by itself: a screening that fails must not keep anybody from being called at night.
            await Try((CallAgain calls) => calls.Run(stoppingToken), stoppingToken);
            await Try((ScreenOrders screening) => screening.Run(stoppingToken), stoppingToken);
            if (clock.GetUtcNow() - _gapsAt >= s_gapsEvery)
            {
                await Try((FindContactGaps gaps) => gaps.Run(stoppingToken), stoppingToken);
                _gapsAt = clock.GetUtcNow();
            }

            await Task.Delay(s_pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Try<T>(Func<T, Task<int>> round, CancellationToken ct)
        where T : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await round(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!ct.IsCancellationRequested)
                RoundFailed(log, e, typeof(T).Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Round} failed; the next one goes on")]
    private static partial void RoundFailed(ILogger log, Exception exception, string round);
}
