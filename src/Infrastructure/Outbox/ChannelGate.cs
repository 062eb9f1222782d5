using System.Threading.RateLimiting;
using Domain.Notifications;
using Infrastructure.Notifications;
using Polly;
using Polly.CircuitBreaker;

namespace Infrastructure.Outbox;

/// <summary>What stands between this host and one gateway: its circuit breaker, time limit and rate.</summary>
public sealed class ChannelGate : IAsyncDisposable
{
    private const int ExpressShare = 5;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<IReadOnlyList<Handover>> _pipeline;
    private readonly TokenBucketRateLimiter _ordinary;
    private readonly TokenBucketRateLimiter _express;
    private DateTimeOffset? _openUntil;

    public ChannelGate(NoticeChannel channel, OutboxOptions options, TimeProvider clock)
    {
        var limits = options.LimitsOf(channel);
        _clock = clock;
        Calls = Math.Max(1, limits.Calls);
        var forExpress = Math.Max(1, limits.PerSecond / ExpressShare);
        (_express, _ordinary) = (Bucket(forExpress), Bucket(Math.Max(1, limits.PerSecond - forExpress)));
        MostAtOnce = Math.Max(1, limits.PerSecond / ExpressShare);
        _pipeline = new ResiliencePipelineBuilder<IReadOnlyList<Handover>> { TimeProvider = clock }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<IReadOnlyList<Handover>>
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 3,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = options.BreakFor,
                    ShouldHandle = call => ValueTask.FromResult(IsFailure(call.Outcome)),
                    OnOpened = opened =>
                    {
                        _openUntil = clock.GetUtcNow() + opened.BreakDuration;
                        return default;
                    },
                    OnClosed = _ =>
                    {
                        _openUntil = null;
                        return default;
                    },
                }
            )
            .AddTimeout(options.CallTimeout)
            .Build();
    }

    /// <summary>Calls at the same time.</summary>
    public int Calls { get; }

    /// <summary>Notices in one claim.</summary>
    public int MostAtOnce { get; }

    /// <summary>The gateway fails: nothing is claimed for it until one call may try again.</summary>
    public bool IsShut => _openUntil > _clock.GetUtcNow();

    /// <summary>It failed and has not worked since.</summary>
    public bool IsBroken => _openUntil is not null;

    /// <summary>Until the rate allows so many.</summary>
    public async Task Wait(int notices, bool express, CancellationToken ct)
    {
        var bucket = express ? _express : _ordinary;
        for (var left = notices; left > 0; )
        {
            var part = Math.Min(left, MostAtOnce);
            using var lease = await bucket.AcquireAsync(part, ct);
            left -= part;
        }
    }

    /// <summary>A gateway that ignores the end of its time is left behind.</summary>
    /// <exception cref="BrokenCircuitException">Not called.</exception>
    public async Task<IReadOnlyList<Handover>> Call(INoticeGateway gateway, IReadOnlyList<OutgoingNotice> notices, CancellationToken ct) =>
        await _pipeline.ExecuteAsync(async inTime => await gateway.Send(notices, inTime).WaitAsync(inTime), ct);

    public async ValueTask DisposeAsync()
    {
        await _ordinary.DisposeAsync();
        await _express.DisposeAsync();
    }

    private static bool IsFailure(Outcome<IReadOnlyList<Handover>> outcome) =>
        outcome.Exception is not null and not OperationCanceledException
        || outcome.Result is { Count: > 0 } handovers && handovers.All(h => h.Outcome == HandoverOutcome.TryAgain);

    private static TokenBucketRateLimiter Bucket(int perSecond)
    {
        const int refillsPerSecond = 10;
        var refill = Math.Max(1, perSecond / refillsPerSecond);
        return new TokenBucketRateLimiter(
            new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond,
                TokensPerPeriod = refill,
                ReplenishmentPeriod = TimeSpan.FromSeconds((double)refill / perSecond),
                QueueLimit = int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );
    }
}

/// <summary>The gates of this host; which of its channels are broken.</summary>
public sealed class ChannelGates(OutboxOptions options, TimeProvider clock) : IAsyncDisposable
{
    private readonly Dictionary<NoticeChannel, ChannelGate> _gates = NoticeChannels.Sent.ToDictionary(
        c => c,
        c => new ChannelGate(c, options, clock)
    );

    public IEnumerable<NoticeChannel> Channels => _gates.Keys;

    public IEnumerable<NoticeChannel> Broken => _gates.Where(g => g.Value.IsBroken).Select(g => g.Key);

    public ChannelGate Of(NoticeChannel channel) => _gates[channel];

    public async ValueTask DisposeAsync()
    {
        foreach (var gate in _gates.Values)
            await gate.DisposeAsync();
    }
}
