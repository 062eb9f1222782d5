using System.Threading.Channels;
using Domain.Shared;
using Infrastructure.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>
/// Keeps the service of documents moving on this host: begins what was confirmed, tells services what channels report, tries the next
/// channel. Any number of hosts may run it.
/// </summary>
internal sealed partial class ServiceWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<ServiceWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Repeat(LiveTopic.ServicePlans, (BeginServices begin) => begin.Run(stoppingToken), stoppingToken),
            Repeat(LiveTopic.ServiceOutcomes, (ApplyServiceOutcomes apply) => apply.Run(stoppingToken), stoppingToken),
            Repeat(LiveTopic.FallbackPlans, (FallBackServices fallBack) => fallBack.Run(stoppingToken), stoppingToken)
        );

    /// <summary>A round when the topic is hinted at, and now and then for what was hinted at while nobody listened.</summary>
    private async Task Repeat<TRound>(string topic, Func<TRound, Task<int>> round, CancellationToken stop)
        where TRound : notnull
    {
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watch = bus.Watch(
            topic,
            _ =>
            {
                bell.Writer.TryWrite(true);
                return Task.CompletedTask;
            }
        );
        while (!stop.IsCancellationRequested)
        {
            if (await Try(round, stop) > 0)
                continue;
            using var poll = CancellationTokenSource.CreateLinkedTokenSource(stop);
            poll.CancelAfter(s_poll);
            try
            {
                await bell.Reader.ReadAsync(poll.Token);
            }
            catch (OperationCanceledException)
            {
                // Nobody rang: look all the same.
            }
        }
    }

    private async Task<int> Try<TRound>(Func<TRound, Task<int>> round, CancellationToken stop)
        where TRound : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await round(scope.ServiceProvider.GetRequiredService<TRound>());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!stop.IsCancellationRequested)
                RoundFailed(log, e, typeof(TRound).Name);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of {Round} failed; the next one goes on")]
    private static partial void RoundFailed(ILogger log, Exception exception, string round);
}
