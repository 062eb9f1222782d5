using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>What the use cases of recipients share.</summary>
internal static class ReaderChanges
{
    /// <summary>
    /// Loads services of the reader with everything in them, acts, works out what the law makes of it, saves; when somebody else
    /// saved in between, begins again on the newer state.
    /// </summary>
    /// <param name="copyIds">Documents of the reader's; all of them, or <c>service.document_not_found</c>.</param>
    /// <param name="act">Told the services that hold the copies; false where nothing is left to do.</param>
    public static Task ChangeServices(
        this ICourtDb db,
        ConcludeServices conclude,
        ServiceReader reader,
        TimeProvider clock,
        IReadOnlyCollection<Guid> copyIds,
        Func<DocumentReading, IReadOnlyList<Service>, DateTimeOffset, Task<bool>> act,
        CancellationToken ct
    ) =>
        db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                var reading = await DocumentReading.Of(db, reader, now, ct);
                var ids = await reading.CopiesIn(db).Where(r => copyIds.Contains(r.Copy.Id)).Select(r => r.Copy.ServiceId).ToListAsync(ct);
                if (ids.Count == 0 || ids.Count != copyIds.Distinct().Count())
                    throw ServiceErrors.DocumentNotFound();
                var services = await db.Set<Service>()
                    .Where(s => ids.Contains(s.Id))
                    .Include(s => s.Copies)
                    .Include(s => s.Attempts)
                    .ToListAsync(ct);
                if (await act(reading, services, now))
                    await conclude.Update(services, now, ct);
            },
            ct
        );

    public static Task ChangeService(
        this ICourtDb db,
        ConcludeServices conclude,
        ServiceReader reader,
        TimeProvider clock,
        Guid copyId,
        Func<DocumentReading, Service, ServiceCopy, DateTimeOffset, Task<bool>> act,
        CancellationToken ct
    ) =>
        db.ChangeServices(
            conclude,
            reader,
            clock,
            [copyId],
            (reading, services, now) => act(reading, services[0], services[0].Copies.Find(c => c.Id == copyId)!, now),
            ct
        );
}
