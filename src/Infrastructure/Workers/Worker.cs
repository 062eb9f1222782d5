using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Infrastructure.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Workers;

/// <summary>
/// What happens without a request: rounds, each in a loop of its own, so that one that hangs or fails holds up no other. A round is
/// woken by its live topic and looks now and then all the same; after failures it rests longer and longer. Nothing that it throws,
/// a stray <see cref="OperationCanceledException"/> neither, ends its loop, let alone the host: only the host's stop does.
/// </summary>
public abstract partial class Worker(IServiceScopeFactory scopes, LiveBus bus, ILogger log) : BackgroundService
{
    private static readonly TimeSpan s_shortestPauseAfterFailure = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, long> s_beats = new();
    private static readonly Meter s_meter = new("Court");

    static Worker() =>
        s_meter.CreateObservableGauge<double>(
            "court.worker.last_round",
            () =>
                s_beats.Select(b => new Measurement<double>(
                    Stopwatch.GetElapsedTime(b.Value).TotalSeconds,
                    new KeyValuePair<string, object?>("round", b.Key)
                )),
            "s",
            "Seconds since a round of this process came to its end"
        );

    protected ILogger Log { get; } = log;

    protected abstract IEnumerable<Round> Rounds { get; }

    /// <summary>What is still under way when all loops have ended.</summary>
    protected virtual Task Finish() => Task.CompletedTask;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll([.. Rounds.Select(round => Task.Run(() => Repeat(round, stoppingToken), CancellationToken.None))]);
        await Finish();
    }

    private async Task Repeat(Round round, CancellationToken stop)
    {
        using var bell = new Bell(bus, round);
        var failures = 0;
        await Task.Delay(round.StartsAfter, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                TimeSpan pause;
                await using (var scope = scopes.CreateAsyncScope())
                    pause = await round.Do(scope.ServiceProvider, stop);
                failures = 0;
                s_beats[round.Name] = Stopwatch.GetTimestamp();
                if (pause > TimeSpan.Zero)
                    await bell.Wait(pause, stop);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                if (stop.IsCancellationRequested)
                    return; // whatever it was in the middle of is done again at the next start
                var pause = round.PauseAfter(++failures);
                Failed(round, e, pause);
                await Task.Delay(s_shortestPauseAfterFailure, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (pause > s_shortestPauseAfterFailure)
                    await bell.Wait(pause - s_shortestPauseAfterFailure, stop); // a hint may mean that the store is back
            }
        }
    }

    protected virtual void Failed(Round round, Exception exception, TimeSpan pause) => RoundFailed(Log, exception, round.Name, pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Round} failed; the next one comes within {Pause}")]
    private static partial void RoundFailed(ILogger log, Exception exception, string round, TimeSpan pause);
}
