using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Tracing.Anchors;

/// <summary>Anchors what changed every hour (<c>Trace:AnchorEvery</c>); several hosts take turns by a lease.</summary>
internal sealed partial class AnchorWorker(
    IServiceScopeFactory scopes,
    TraceSettings settings,
    TimeProvider clock,
    ILogger<AnchorWorker> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Round(stoppingToken);
            await Task.Delay(settings.AnchorEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Round(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AnchorTrace>().Run(ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!ct.IsCancellationRequested)
                RoundFailed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The trace was not anchored; the next round anchors what waits")]
    private static partial void RoundFailed(ILogger log, Exception exception);
}
