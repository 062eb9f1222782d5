using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>The phone reports what the person answered when asked for subscribe messages.</summary>
public sealed class ReportSubscriptions(ICourtDb db, SubscribeCredits credits, TimeProvider clock)
{
    private const string Accepted = "accept";

    /// <param name="id">Made by the phone: the same report again changes nothing.</param>
    /// <param name="results">WeChat's word by template id: accept, reject, ban, filter or another one to come. Templates that are not ours
    /// are left out by the caller.</param>
    public async Task Handle(Guid id, IReadOnlyDictionary<string, string> results, Actor by, CancellationToken ct)
    {
        if (results.Count == 0)
            return;
        var now = clock.GetUtcNow();
        var accepted = results.Where(r => r.Value.StartsWith(Accepted, StringComparison.Ordinal)).Select(r => r.Key).ToList(); // also acceptWithAudio …
        var report = string.Join('\n', results.Select(r => $"{r.Key} {TypedText.Fold(r.Value)}"));
        if (report.Length > SubscribeReport.ResultsMaxLength)
            report = report[..SubscribeReport.ResultsMaxLength];
        await credits.Change(
            by.Id,
            [.. accepted.Select(t => (t, (Action<SubscribeCredit>)(c => c.Accepted(now))))],
            ct,
            async () =>
            {
                if (await IsKnown(id, by, ct))
                    return false; // the same report came twice at once
                db.Set<SubscribeReport>()
                    .Add(
                        new SubscribeReport
                        {
                            Id = id,
                            LitigantId = by.Id,
                            At = now,
                            Results = report,
                        }
                    );
                return true;
            }
        );
    }

    private async Task<bool> IsKnown(Guid id, Actor by, CancellationToken ct)
    {
        var owner = await db.Set<SubscribeReport>().Where(r => r.Id == id).Select(r => (Guid?)r.LitigantId).SingleOrDefaultAsync(ct);
        if (owner is null)
            return false;
        return owner == by.Id ? true : throw NoticeErrors.IdReused();
    }
}
