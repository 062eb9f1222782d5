using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Loads a service that the actor handles, changes it, concludes anew and saves; again when somebody else changed it meanwhile.</summary>
public sealed class ChangeService(ICourtDb db, ConcludeServices conclude, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="change">May run several times: only what it loads or adds through the store counts.</param>
    internal async Task Handle(Guid serviceId, Func<Service, DateTimeOffset, Task> change, Actor by, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var service =
                await db.ServicesHandledBy(by)
                    .Include(s => s.Copies)
                    .Include(s => s.Attempts)
                    .SingleOrDefaultAsync(s => s.Id == serviceId, ct)
                ?? throw ServiceErrors.NotFound();
            var now = clock.GetUtcNow();
            await change(service, now);
            await conclude.Update([service], now, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.Forget();
            }
        }
    }
}
