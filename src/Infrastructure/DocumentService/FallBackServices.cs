using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Supervision;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>
/// Goes on to the next channel where the ones before failed or nobody answered in time; what none is left for becomes a clerk's task. Each
/// service is saved by itself: one that is changed meanwhile, or fails, stops no other.
/// </summary>
public sealed partial class FallBackServices(
    CourtDb db,
    FallbackPlansInForce fallbacks,
    ServiceRecipients recipients,
    ConcludeServices conclude,
    ICalendars calendars,
    ServiceSettings settings,
    WorkerLeases leases,
    ServiceLinks links,
    TimeProvider clock,
    ILogger<FallBackServices> log
)
{
    private const int Most = 100;
    private const string Lease = "service-fallback";
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromMinutes(10);

    /// <returns>How many services were looked at.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await db.Set<Service>().AnyAsync(s => s.NextFallbackAt <= now, ct))
            return 0;
        return await leases.Alone(Lease, s_lease, _ => AllDue(now, ct), ct) ?? 0;
    }

    private async Task<int> AllDue(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Set<Service>()
            .AsNoTracking()
            .Where(s => s.NextFallbackAt <= now)
            .OrderBy(s => s.NextFallbackAt)
            .Select(s => s.Id)
            .Take(Most)
            .ToListAsync(ct);
        var plans = await fallbacks.Current(ct);
        var done = 0;
        foreach (var id in due)
            done += await One(id, plans, now, ct);
        return done;
    }

    private async Task<int> One(Guid id, FallbackTable plans, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            db.Forget();
            if (
                await db.Set<Service>()
                    .Include(s => s.Copies)
                    .Include(s => s.Attempts)
                    .SingleOrDefaultAsync(s => s.Id == id && s.NextFallbackAt <= now, ct)
                is not { } service
            )
                return 0;
            var steps = plans.For(service.CourtId, service.Copies.MinBy(c => c.Position)!.Kind);
            var nothingLeft = service.FallBack(steps, await KnownWays(service, ct), links, now);
            if (nothingLeft)
                await HandToClerk(service, now, ct);
            await conclude.Update([service], now, ct);
            if (!nothingLeft)
                service.ScheduleFallback(steps, now);
            return await db.SaveUnlessLost(ct) ? 1 : 0; // the recipient, a clerk or a report was faster: the next round sees what is left
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not OutOfMemoryException)
        {
            NotFallenBack(log, e, id);
            await db.Set<Service>()
                .Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.NextFallbackAt, now + s_pauseAfterFailure), ct);
            return 0;
        }
    }

    /// <returns>What the clerk's proposal would show for the recipient, the surest first.</returns>
    private async Task<IReadOnlyList<PlannedWay>> KnownWays(Service service, CancellationToken ct)
    {
        var recipient = (await recipients.Of(service.CaseId, ct)).FirstOrDefault(r =>
            r.Key == new RecipientKey(service.PartyId, service.AgentId)
        );
        return recipient is null ? [] : [.. recipient.Ways.OrderByDescending(w => w.Surety).Select(w => w.Planned)];
    }

    /// <summary>By post first; what has come back from the post can only be published.</summary>
    private async Task HandToClerk(Service service, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<ServiceDuty>().AnyAsync(d => d.ServiceId == service.Id && d.EndedAt == null, ct))
            return;
        var ladder = Ladder.Of(await calendars.Current(ct), settings.Duty, ChinaTime.DayOf(now));
        var kind = service.Attempts.Exists(a => a.Channel == ServiceChannel.Post) ? ServiceDutyKind.PublicNotice : ServiceDutyKind.Post;
        db.Set<ServiceDuty>().Add(ServiceDuty.Open(kind, service, service.Tried(), ladder, now));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Service {Service} could not go on to its next channel")]
    private static partial void NotFallenBack(ILogger log, Exception exception, Guid service);
}
