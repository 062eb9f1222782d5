using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>
/// Concludes what time alone concludes: a public notice on its day, a sending whose report was waited for. Each service is saved by itself:
/// one that is changed meanwhile, or fails, stops no other.
/// </summary>
public sealed partial class ConcludeDueServices(
    CourtDb db,
    ConcludeServices conclude,
    WorkerLeases leases,
    TimeProvider clock,
    ILogger<ConcludeDueServices> log
)
{
    private const int Most = 100;
    private const string Lease = "service-conclusions";
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromMinutes(10);

    /// <returns>How many services were concluded.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await db.Set<Service>().AnyAsync(s => s.ConcludesAt <= now, ct))
            return 0;
        return await leases.Alone(Lease, s_lease, _ => AllDue(now, ct), ct) ?? 0;
    }

    private async Task<int> AllDue(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Set<Service>()
            .AsNoTracking()
            .Where(s => s.ConcludesAt <= now)
            .OrderBy(s => s.ConcludesAt)
            .Select(s => s.Id)
            .Take(Most)
            .ToListAsync(ct);
        var done = 0;
        foreach (var id in due)
            done += await One(id, now, ct) ? 1 : 0;
        return done;
    }

    private async Task<bool> One(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            db.Forget();
            var service = await db.Set<Service>()
                .Include(s => s.Copies)
                .Include(s => s.Attempts)
                .SingleOrDefaultAsync(s => s.Id == id && s.ConcludesAt <= now, ct);
            if (service is null)
                return false;
            await conclude.Update([service], now, ct);
            return await db.SaveUnlessLost(ct); // somebody was faster: the next round sees what is left
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not OutOfMemoryException)
        {
            NotConcluded(log, e, id);
            await db.Set<Service>()
                .Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.ConcludesAt, now + s_pauseAfterFailure), ct);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Service {Service} could not be concluded when its time had come")]
    private static partial void NotConcluded(ILogger log, Exception exception, Guid service);
}
