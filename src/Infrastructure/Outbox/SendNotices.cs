using System.Diagnostics;
using Domain.Calendar;
using Domain.Notifications;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Polly.CircuitBreaker;

namespace Infrastructure.Outbox;

/// <summary>
/// One claim of due notices on its way to the gateway: taken, told to wait or sent, and what came of it recorded. No
/// connection and no transaction is open while the gateway is called.
/// </summary>
public sealed class SendNotices(
    CourtDb db,
    NoticeClaims claims,
    ClaimedNotices claimed,
    NoticeEnds ends,
    OutgoingNotices texts,
    IEnumerable<INoticeGateway> gateways,
    ChannelGates gates,
    OutboxOptions options,
    OutboxMetrics metrics,
    WorkingHours hours,
    ICalendars calendars,
    TimeProvider clock
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

    /// <summary>SMS waits for its gateway, however long; what has another channel goes there.</summary>
    public async Task<int> Claim(NoticeChannel channel, bool express, CancellationToken ct)
    {
        var gate = gates.Of(channel);
        var gateway = Gateway(channel);
        if (gate.IsShut || (gateway is null && channel == NoticeChannel.Sms))
            return 0;
        var most = Math.Min(gateway?.BatchSize ?? gate.MostAtOnce, gate.MostAtOnce);
        var taken = await claims.Take(channel, express, most, _claim, options.Lease, clock.GetUtcNow(), ct);
        _notices = [.. taken.OrderBy(n => n.DueAt).ThenBy(n => n.Id)];
        return _notices.Count;
    }

    public async Task Deliver(NoticeChannel channel, bool express, CancellationToken ct)
    {
        var ready = await SetAside(ct);
        if (ready.Count == 0)
            return;
        if (Gateway(channel) is not { } gateway)
        {
            await claimed.Change(_claim, ready, n => ends.Fail(n, FailureCodes.ChannelOff, clock.GetUtcNow(), ct), ct);
            return;
        }

        var (outgoing, broken) = await texts.Of(ready, ct);
        if (broken.Count > 0)
            await claimed.Change(
                _claim,
                ready.FindAll(n => broken.ContainsKey(n.Id)),
                n => ends.Fail(n, broken[n.Id], clock.GetUtcNow(), ct),
                ct
            );
        if (outgoing.Count > 0)
            await HandOver(gateway, outgoing, ready.FindAll(n => !broken.ContainsKey(n.Id)), express, ct);
    }

    /// <summary>What is too late, and what would buzz a phone of staff outside working hours.</summary>
    /// <returns>The rest.</returns>
    private async Task<List<Notice>> SetAside(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var opening = hours.NextOpening(await calendars.Current(ct), now);
        var aside = _notices.FindAll(n => n.ExpiresAt <= now || (n.KeepsWorkingHours && opening > now));
        if (aside.Count == 0)
            return _notices;
        await claimed.Change(
            _claim,
            aside,
            async notice =>
            {
                if (notice.ExpiresAt <= now)
                    await ends.Expire(notice, now, ct);
                else
                    notice.HoldUntil(opening);
            },
            ct
        );
        return _notices.Except(aside).ToList();
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
            await claimed.Change(
                _claim,
                notices,
                n =>
                {
                    n.Release();
                    return Task.CompletedTask;
                },
                CancellationToken.None
            );
            return;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            (handovers, code) = ([], FailureCodes.Of(e));
        }

        var (now, took) = (clock.GetUtcNow(), Stopwatch.GetElapsedTime(begun));
        var versions = outgoing.ToDictionary(o => o.Id, o => o.TemplateVersion);
        var recorded = await claimed.Change(
            _claim,
            notices,
            n =>
                Record(
                    n,
                    handovers.GetValueOrDefault(n.Id) ?? new Handover(n.Id, HandoverOutcome.TryAgain, code),
                    versions[n.Id],
                    now,
                    took
                ),
            CancellationToken.None
        );
        foreach (var notice in recorded.Where(n => n.AcceptedAt == now))
            metrics.HandedOver(notice.Channel, now - notice.DueAt);
    }

    private async Task Record(Notice notice, Handover handover, int templateVersion, DateTimeOffset now, TimeSpan took)
    {
        if (handover.Outcome is HandoverOutcome.Accepted or HandoverOutcome.Delivered)
            notice.RenderedWith(templateVersion);
        db.Set<NoticeAttempt>().Add(notice.Tried(OutcomeOf(handover.Outcome), handover.Code, now, took));
        switch (handover.Outcome)
        {
            case HandoverOutcome.Accepted:
                notice.Accepted(handover.ProviderId, now);
                break;
            case HandoverOutcome.Delivered:
                notice.Accepted(handover.ProviderId, now);
                notice.Delivered(now);
                break;
            case HandoverOutcome.Refused:
                await ends.Fail(notice, handover.Code, now, CancellationToken.None);
                break;
            default:
                metrics.Failed(notice.Channel, handover.Code);
                notice.TryAgainAt(now + (handover.After ?? RetryTimes.After(notice.Attempts, Random.Shared.NextDouble())), handover.Code);
                break;
        }
    }

    private INoticeGateway? Gateway(NoticeChannel channel) => gateways.FirstOrDefault(g => g.Channel == channel);

    private static AttemptOutcome OutcomeOf(HandoverOutcome outcome) =>
        outcome switch
        {
            HandoverOutcome.Accepted => AttemptOutcome.Accepted,
            HandoverOutcome.Delivered => AttemptOutcome.Delivered,
            HandoverOutcome.Refused => AttemptOutcome.Refused,
            _ => AttemptOutcome.TryAgain,
        };
}
