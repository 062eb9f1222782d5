using System.Diagnostics.Metrics;
using Domain.Notifications;

namespace Infrastructure.Outbox;

/// <summary>The outbox in numbers, for the collector: <c>outbox.*</c> of the meter <c>Court</c>.</summary>
public sealed class OutboxMetrics : IDisposable
{
    private readonly Meter _meter = new("Court");
    private readonly Counter<long> _handedOver;
    private readonly Counter<long> _delivered;
    private readonly Counter<long> _failed;
    private readonly Histogram<double> _wait;
    private IReadOnlyList<ChannelFigures> _queues = [];

    public OutboxMetrics()
    {
        _handedOver = _meter.CreateCounter<long>("outbox.handed_over", description: "Notices that a gateway took");
        _delivered = _meter.CreateCounter<long>("outbox.delivered", description: "Notices reported as delivered");
        _failed = _meter.CreateCounter<long>("outbox.failed", description: "Tries that failed, by code");
        _wait = _meter.CreateHistogram<double>("outbox.wait", "s", "From due to handed over");
        _meter.CreateObservableGauge(
            "outbox.depth",
            () => _queues.Select(q => new Measurement<long>(q.Due, Tag(q.Channel))),
            description: "Due notices that wait"
        );
        _meter.CreateObservableGauge(
            "outbox.oldest",
            () => _queues.Select(q => new Measurement<double>(q.OldestAge.TotalSeconds, Tag(q.Channel))),
            "s",
            "Age of the oldest due notice"
        );
    }

    public void HandedOver(NoticeChannel channel, TimeSpan wait)
    {
        _handedOver.Add(1, Tag(channel));
        _wait.Record(Math.Max(0, wait.TotalSeconds), Tag(channel));
    }

    public void Delivered(NoticeChannel channel) => _delivered.Add(1, Tag(channel));

    public void Failed(NoticeChannel channel, string code) => _failed.Add(1, Tag(channel), new("code", code));

    /// <summary>What the gauges show until the next look.</summary>
    public void Saw(IReadOnlyList<ChannelFigures> queues) => _queues = queues;

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(NoticeChannel channel) => new("channel", channel.ToString());
}
