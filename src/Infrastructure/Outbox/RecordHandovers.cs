using Domain.Notifications;
using Infrastructure.Notifications;
using Infrastructure.Persistence;

namespace Infrastructure.Outbox;

/// <summary>Writes what came of a hand-over. Never cancelled: the gateway may have taken the notices.</summary>
public sealed class RecordHandovers(CourtDb db, ClaimedNotices claimed, NoticeEnds ends, OutboxMetrics metrics, TimeProvider clock)
{
    public Task Fail(List<Notice> notices, Func<Notice, string> code, Guid claim, CancellationToken ct) =>
        claimed.Change(claim, notices, n => ends.Fail(n, code(n), clock.GetUtcNow(), ct), ct);

    /// <summary>Nothing was tried.</summary>
    public Task Release(List<Notice> notices, Guid claim) =>
        claimed.Change(
            claim,
            notices,
            n =>
            {
                n.Release();
                return Task.CompletedTask;
            },
            CancellationToken.None
        );

    /// <param name="of">What the gateway said of each.</param>
    /// <param name="versions">Of the template that each was rendered with.</param>
    public async Task Record(
        List<Notice> notices,
        Func<Notice, Handover> of,
        IReadOnlyDictionary<Guid, int> versions,
        TimeSpan took,
        Guid claim
    )
    {
        var now = clock.GetUtcNow();
        var recorded = await claimed.Change(claim, notices, n => Record(n, of(n), versions[n.Id], now, took), CancellationToken.None);
        foreach (var notice in recorded.Where(n => n.AcceptedAt == now))
            metrics.HandedOver(notice.Channel, now - notice.DueAt);
    }

    private async Task Record(Notice notice, Handover handover, int templateVersion, DateTimeOffset now, TimeSpan took)
    {
        if (handover.Outcome == HandoverOutcome.NotNow)
        {
            notice.WaitUntil(now + handover.After!.Value, handover.Code);
            return;
        }

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

    private static AttemptOutcome OutcomeOf(HandoverOutcome outcome) =>
        outcome switch
        {
            HandoverOutcome.Accepted => AttemptOutcome.Accepted,
            HandoverOutcome.Delivered => AttemptOutcome.Delivered,
            HandoverOutcome.Refused => AttemptOutcome.Refused,
            _ => AttemptOutcome.TryAgain,
        };
}
