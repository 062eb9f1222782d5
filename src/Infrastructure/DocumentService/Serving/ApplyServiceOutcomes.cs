using Domain.DocumentService;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>
/// Tells services what became of their notices: sent, delivered, failed. The report goes in the transaction that applies it, so that
/// it is applied once; one that nobody came to apply is taken up again.
/// </summary>
public sealed partial class ApplyServiceOutcomes(
    CourtDb db,
    ServiceClaims claims,
    ConcludeServices conclude,
    ServiceSettings settings,
    TimeProvider clock,
    ILogger<ApplyServiceOutcomes> log
)
{
    private const int Most = 300;

    /// <returns>How many reports were applied.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var outcomes = await claims.Outcomes(Most, settings.ReportLease, ct);
        if (outcomes.Count == 0)
            return 0;
        outcomes.Sort((a, b) => (a.At, a.State, a.Id).CompareTo((b.At, b.State, b.Id)));
        var ids = outcomes.ConvertAll(o => o.Id);
        return await db.Change(
            async () =>
            {
                // Those that another worker has by now are left to it.
                var left = await db.Set<ServiceOutcome>().Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);
                await Apply(outcomes.FindAll(o => left.Contains(o.Id)), ct);
                return left.Count;
            },
            ct
        );
    }

    private async Task Apply(List<ServiceOutcome> outcomes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ids = outcomes.Select(o => o.ServiceId).Distinct().ToList();
        var services = await db.Set<Service>()
            .Where(s => ids.Contains(s.Id))
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .AsSplitQuery()
            .ToDictionaryAsync(s => s.Id, ct);
        foreach (var outcome in outcomes)
            Apply(outcome, services.GetValueOrDefault(outcome.ServiceId), now);
        await conclude.Update(services.Values, now, ct);
        db.Set<ServiceOutcome>().RemoveRange(outcomes);
    }

    private void Apply(ServiceOutcome outcome, Service? service, DateTimeOffset now)
    {
        if (service?.Attempts.Find(a => a.NoticeId == outcome.NoticeId) is not { } attempt)
        {
            NobodysReport(log, outcome.NoticeId); // e.g. a notice that a person sent once more by hand
            return;
        }

        switch (outcome.State)
        {
            case NoticeState.Accepted:
                service.Sent(attempt.Id, outcome.At, now);
                break;
            case NoticeState.Delivered:
                service.Delivered(attempt.Id, outcome.At, now);
                break;
            default:
                service.Failed(attempt.Id, outcome.Code, outcome.At, now);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No attempt goes by notice {Notice}")]
    private static partial void NobodysReport(ILogger log, Guid notice);
}
