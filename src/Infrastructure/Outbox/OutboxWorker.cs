using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Outbox;

/// <summary>
/// Keeps the outbox moving on this host: two lanes a channel, so that a sign-in code does not wait behind ten thousand
/// notices, and beside them what gives notices back, merges, expires and tells them their receipts.
/// </summary>
public sealed class OutboxWorker : Worker
{
    private static readonly bool[] s_expressAndOrdinary = [true, false];
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(5);
    private readonly OutboxOptions _options;
    private readonly List<OutboxLane> _lanes;

    public OutboxWorker(IServiceScopeFactory scopes, LiveBus bus, ChannelGates gates, OutboxOptions options, ILogger<OutboxWorker> log)
        : base(scopes, bus, log)
    {
        _options = options;
        _lanes =
        [
            .. from channel in gates.Channels
            from express in s_expressAndOrdinary
            select new OutboxLane(channel, express, gates.Of(channel).Calls, scopes, log),
        ];
    }

    protected override IEnumerable<Round> Rounds =>
        [
            .. _lanes.Select(lane => new Round(
                lane.Name,
                _options.Poll,
                async (_, ct) => await lane.Begin(ct) ? TimeSpan.Zero : _options.Poll
            )
            {
                Topic = LiveTopic.Outbox,
                Gather = s_gather,
            }),
            Round.Of(s_heartbeat, (BeatHeart beat, CancellationToken ct) => beat.Run(ct)),
            Round.Of(_options.Poll, (MakeDigests digests, CancellationToken ct) => digests.Run(ct)),
            Round.Of(_options.Poll, (ApplyReceipts receipts, CancellationToken ct) => receipts.Run(ct)) with
            {
                Topic = LiveTopic.Receipts,
            },
            Round.Of(_options.Poll, (TakeBackClaims claims, CancellationToken ct) => claims.Run(ct)),
            Round.Of(_options.Poll, (ExpireNotices expire, CancellationToken ct) => expire.Run(ct)),
        ];

    /// <summary>Calls under way come to their end.</summary>
    protected override Task Finish() => Task.WhenAll(_lanes.Select(lane => lane.Finish()));

    public override void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
