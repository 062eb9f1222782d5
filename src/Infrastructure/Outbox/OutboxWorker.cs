using System.Threading.Channels;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Outbox;

/// <summary>
/// Keeps the outbox moving on this host: two lanes a channel, so that a sign-in code does not wait behind ten thousand
/// notices, and beside them what gives notices back, merges, expires and tells them their receipts.
/// </summary>
public sealed partial class OutboxWorker(
    IServiceScopeFactory scopes,
    LiveBus bus,
    ChannelGates gates,
    OutboxOptions options,
    ILogger<OutboxWorker> log
) : BackgroundService
{
    private static readonly bool[] s_expressAndOrdinary = [true, false];
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_pauseAfterError = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Lane> lanes = [.. from channel in gates.Channels from express in s_expressAndOrdinary select new Lane(channel, express)];
        using var watch = bus.Watch(
            LiveTopic.Outbox,
            _ =>
            {
                foreach (var lane in lanes)
                    lane.Wake();
                return Task.CompletedTask;
            }
        );
        await Task.WhenAll([
            .. lanes.Select(lane => Guarded(() => Serve(lane, stoppingToken), stoppingToken)),
            Repeat<BeatHeart>(TimeSpan.FromSeconds(5), b => b.Run(stoppingToken), stoppingToken),
            Repeat<MakeDigests>(options.Poll, d => d.Run(stoppingToken), stoppingToken),
            Repeat<ApplyReceipts>(options.Poll, r => r.Run(stoppingToken), stoppingToken),
            Repeat<TakeBackClaims>(options.Poll, t => t.Run(stoppingToken), stoppingToken),
            Repeat<ExpireNotices>(options.Poll, e => e.Run(stoppingToken), stoppingToken),
        ]);
    }

    /// <summary>One claims, several are on their way: a slow call does not keep the next from starting.</summary>
    private async Task Serve(Lane lane, CancellationToken stop)
    {
        using var slots = new SemaphoreSlim(gates.Of(lane.Channel).Calls);
        var calls = gates.Of(lane.Channel).Calls;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await slots.WaitAsync(stop);
                if (!await Begin(lane, slots, stop))
                    await lane.Wait(options.Poll, stop);
            }
        }
        finally
        {
            for (var i = 0; i < calls; i++)
                await slots.WaitAsync(CancellationToken.None); // those under way come to their end
        }
    }

    /// <returns>False when nothing is due.</returns>
    private async Task<bool> Begin(Lane lane, SemaphoreSlim slots, CancellationToken stop)
    {
        var scope = scopes.CreateAsyncScope();
        var isUnderWay = false;
        try
        {
            var send = scope.ServiceProvider.GetRequiredService<SendNotices>();
            isUnderWay = await send.Claim(lane.Channel, lane.Express, stop) > 0;
            if (isUnderWay)
                _ = Deliver(send, lane, scope, slots);
            return isUnderWay;
        }
        finally
        {
            if (!isUnderWay)
            {
                await scope.DisposeAsync();
                slots.Release();
            }
        }
    }

    private async Task Deliver(SendNotices send, Lane lane, AsyncServiceScope scope, SemaphoreSlim slots)
    {
        try
        {
            await send.Deliver(lane.Channel, lane.Express, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed(log, nameof(SendNotices), e); // the claim ends by itself
        }
        finally
        {
            await scope.DisposeAsync();
            slots.Release();
        }
    }

    /// <summary>Does a round now and then; again at once while there was something to do.</summary>
    private Task Repeat<TRound>(TimeSpan every, Func<TRound, Task<int>> round, CancellationToken stop)
        where TRound : notnull =>
        Guarded(
            async () =>
            {
                while (true)
                {
                    await using (var scope = scopes.CreateAsyncScope())
                    {
                        if (await round(scope.ServiceProvider.GetRequiredService<TRound>()) > 0)
                            continue;
                    }

                    await Task.Delay(every, stop);
                }
            },
            stop
        );

    private async Task Guarded(Func<Task> act, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await act();
            }
            catch (Exception e) when (!stop.IsCancellationRequested && e is not OutOfMemoryException)
            {
                Failed(log, act.Method.Name, e);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(s_pauseAfterError, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of the outbox failed: {Round}")]
    private static partial void Failed(ILogger log, string round, Exception exception);

    private sealed class Lane(NoticeChannel channel, bool express)
    {
        private readonly Channel<bool> _bell = System.Threading.Channels.Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );

        public NoticeChannel Channel => channel;

        public bool Express => express;

        public void Wake() => _bell.Writer.TryWrite(true);

        public async Task Wait(TimeSpan atMost, CancellationToken stop)
        {
            using var poll = CancellationTokenSource.CreateLinkedTokenSource(stop);
            poll.CancelAfter(atMost);
            try
            {
                await _bell.Reader.ReadAsync(poll.Token);
                await Task.Delay(s_gather, poll.Token); // a burst of new notices is one look
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // Nobody rang: look all the same.
            }
        }
    }
}
