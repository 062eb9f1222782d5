using Domain.DocumentService;
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
    TakeNextChannel next,
    WorkerLeases leases,
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
            return await next.Handle(id, plans, now, ct) ? 1 : 0;
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Service {Service} could not go on to its next channel")]
    private static partial void NotFallenBack(ILogger log, Exception exception, Guid service);
}
