using System.Diagnostics;
using Domain.Notifications;
using Infrastructure.InboundMessages;
using Infrastructure.Notifications;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Infrastructure.Outbox;

/// <summary>
/// One claim of due notices on its way to the gateway: taken, told to wait or sent, and what came of it recorded. No
/// connection and no transaction is open while the gateway is called.
/// </summary>
public sealed class SendNotices(
    ClaimNotices claims,
    SetAsideNotices aside,
    GiveReplyCodes codes,
    OutgoingNotices texts,
    ChannelGates gates,
    RecordHandovers results
)
{
    private readonly Guid _claim = Guid.CreateVersion7();
    private List<Notice> _notices = [];

    /// <returns>How many were taken up: 0 when none is due, or when the gateway is not to be called now.</returns>
    public async Task<int> Run(NoticeChannel channel, bool express, CancellationToken ct)
    {
        var taken = await Claim(channel, express, ct);
        if (taken > 0)
            await Deliver(channel, express, ct);
        return taken;
    }

    public async Task<int> Claim(NoticeChannel channel, bool express, CancellationToken ct)
    {
        _notices = await claims.Take(channel, express, _claim, ct);
        return _notices.Count;
    }

    public async Task Deliver(NoticeChannel channel, bool express, CancellationToken ct)
    {
        var ready = await aside.From(_notices, _claim, ct);
        if (ready.Count == 0)
            return;
        if (claims.Gateway(channel) is not { } gateway)
        {
            await results.Fail(ready, _ => FailureCodes.ChannelOff, _claim, ct);
            return;
        }

        await codes.To(ready, ct);
        var (outgoing, broken) = await texts.Of(ready, ct);
        if (broken.Count > 0)
            await results.Fail(ready.FindAll(n => broken.ContainsKey(n.Id)), n => broken[n.Id], _claim, ct);
        if (outgoing.Count > 0)
            await HandOver(gateway, outgoing, ready.FindAll(n => !broken.ContainsKey(n.Id)), express, ct);
    }

    private async Task HandOver(
        INoticeGateway gateway,
        IReadOnlyList<OutgoingNotice> outgoing,
        List<Notice> notices,
        bool express,
        CancellationToken ct
    )
    {
        var gate = gates.Of(gateway.Channel);
        await gate.Wait(outgoing.Count, express, ct);
        var begun = Stopwatch.GetTimestamp();
        Dictionary<Guid, Handover> handovers;
        var code = FailureCodes.NoAnswer;
        try
        {
            handovers = (await gate.Call(gateway, outgoing, CancellationToken.None))
                .GroupBy(h => h.NoticeId)
                .ToDictionary(g => g.Key, g => g.Last());
        }
        catch (BrokenCircuitException)
        {
            await results.Release(notices, _claim);
            return;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            (handovers, code) = ([], CodeOf(e));
        }

        await results.Record(
            notices,
            n => handovers.GetValueOrDefault(n.Id) ?? new Handover(n.Id, HandoverOutcome.TryAgain, code),
            outgoing.ToDictionary(o => o.Id, o => o.TemplateVersion),
            Stopwatch.GetElapsedTime(begun),
            _claim
        );
    }

    private static string CodeOf(Exception e) =>
        e switch
        {
            TimeoutRejectedException or TimeoutException or OperationCanceledException => FailureCodes.Timeout,
            HttpRequestException or IOException => FailureCodes.Unreachable,
            _ => FailureCodes.GatewayError,
        };
}
