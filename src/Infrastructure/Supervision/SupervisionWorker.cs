using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Supervision;

/// <summary>Sweeps when the next step is due, and every few seconds for what other hosts changed; counts anew when asked.</summary>
internal sealed partial class SupervisionWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SupervisionWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromSeconds(5);
    private bool _clocksAreAskedFor;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await Round(stoppingToken), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How long to sleep.</returns>
    private async Task<TimeSpan> Round(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var recount = scope.ServiceProvider.GetRequiredService<RecountDeadlines>();
            if (!_clocksAreAskedFor)
                await recount.AskForMissingClocks(ct);
            _clocksAreAskedFor = true;
            await recount.Run(ct);

            var sweep = scope.ServiceProvider.GetRequiredService<SupervisionSweep>();
            await sweep.Run(ct);
            var left = await sweep.NextStepAt(ct) - clock.GetUtcNow();
            return left > TimeSpan.Zero && left < s_longestSleep ? left.Value : s_longestSleep;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!ct.IsCancellationRequested)
                RoundFailed(log, e);
            return s_longestSleep;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of supervision failed; the next one goes on")]
    private static partial void RoundFailed(ILogger log, Exception exception);
}
