using Domain.Notifications;
using Infrastructure.Notifications;

namespace Infrastructure.Outbox;

/// <summary>Takes due notices of one channel, as many as its gateway takes now.</summary>
public sealed class ClaimNotices(
    NoticeClaims claims,
    IEnumerable<INoticeGateway> gateways,
    ChannelGates gates,
    OutboxOptions options,
    TimeProvider clock
)
{
    public INoticeGateway? Gateway(NoticeChannel channel) => gateways.FirstOrDefault(g => g.Channel == channel);

    /// <summary>SMS waits for its gateway, however long; what has another channel goes there.</summary>
    /// <returns>The longest due first; none when none is due, or when the gateway is not to be called now.</returns>
    public async Task<List<Notice>> Take(NoticeChannel channel, bool express, Guid claim, CancellationToken ct)
    {
        var gate = gates.Of(channel);
        var gateway = Gateway(channel);
        if (gate.IsShut || (gateway is null && channel == NoticeChannel.Sms))
            return [];
        var most = Math.Min(gateway?.BatchSize ?? gate.MostAtOnce, gate.MostAtOnce);
        var taken = await claims.Take(channel, express, most, claim, options.Lease, clock.GetUtcNow(), ct);
        return [.. taken.OrderBy(n => n.DueAt).ThenBy(n => n.Id)];
    }
}
