using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Loads a service that the actor handles, changes it, concludes anew and saves; again when somebody else changed it meanwhile.</summary>
public sealed class ChangeService(ICourtDb db, ConcludeServices conclude, TimeProvider clock)
{
    /// <param name="change">May run several times: only what it loads or adds through the store counts.</param>
    internal Task Handle(Guid serviceId, Func<Service, DateTimeOffset, Task> change, Actor by, CancellationToken ct) =>
        db.Change(
            db.ServicesHandledBy(by).Include(s => s.Copies).Include(s => s.Attempts).Where(s => s.Id == serviceId),
            ServiceErrors.NotFound,
            async service =>
            {
                var now = clock.GetUtcNow();
                await change(service, now);
                await conclude.Update([service], now, ct);
            },
            ct
        );
}
