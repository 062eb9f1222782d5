using Domain.Notifications;
using Infrastructure.Notifications;

namespace Infrastructure.Gateways;

/// <summary>Stands in for a channel that this installation does not have: the next one's turn at once.</summary>
internal sealed class NotConfigured(NoticeChannel channel) : INoticeGateway
{
    public NoticeChannel Channel => channel;

    public int BatchSize => 100;

    public Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Handover>>([.. notices.Select(n => new Handover(n.Id, HandoverOutcome.Refused, "not_configured"))]);
}
