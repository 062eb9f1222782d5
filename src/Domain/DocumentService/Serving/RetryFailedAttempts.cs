using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>只重试失败的: another attempt for each one that failed and was not repeated yet. What succeeded is never sent again.</summary>
public sealed class RetryFailedAttempts(ICourtDb db, ServiceDesk desk, ServiceLinks links)
{
    private const int AtOnce = 100;

    /// <returns>How many attempts were begun.</returns>
    /// <exception cref="RefusedException"><c>service_task.not_found</c>, <c>service.withdrawn</c>, <c>service_entry.nothing_to_retry</c>.</exception>
    public async Task<int> Handle(FailedAttempts failed, Actor by, CancellationToken ct)
    {
        var task =
            await db.ServiceTasksHandledBy(by).AsNoTracking().SingleOrDefaultAsync(t => t.Id == failed.TaskId, ct)
            ?? throw ServiceErrors.TaskNotFound();
        if (task.State == ServiceTaskState.Withdrawn)
            throw ServiceErrors.Withdrawn();
        var (serviceId, attemptId) = (failed.ServiceId, failed.AttemptId);
        var services = db.Set<Service>()
            .Where(s =>
                s.TaskId == task.Id
                && (serviceId == null || s.Id == serviceId)
                && s.State != ServiceState.Withdrawn
                && s.Attempts.Any(a =>
                    a.State == AttemptState.Failed
                    && a.ReturnedOn == null
                    && (attemptId == null || a.Id == attemptId)
                    && !s.Attempts.Any(r => r.RetriesId == a.Id)
                )
            );
        var ids = await services.OrderBy(s => s.Position).Select(s => s.Id).ToListAsync(ct);
        var begun = 0;
        foreach (var chunk in ids.Chunk(AtOnce))
            begun += await db.Change(() => Retry(chunk, attemptId, by, ct), ct);
        return begun > 0 ? begun : throw ServiceEntryErrors.NothingToRetry();
    }

    private async Task<int> Retry(Guid[] ids, Guid? attemptId, Actor by, CancellationToken ct)
    {
        var begun = 0;
        var services = await db.Set<Service>()
            .Where(s => ids.Contains(s.Id))
            .Include(s => s.Copies)
            .Include(s => s.Attempts.OrderBy(a => a.Position))
            .ToListAsync(ct);
        await desk.Act(services, (service, now) => begun += service.RetryFailed(attemptId, links, by, now), ct);
        return begun;
    }
}

/// <summary>Which of a task's failed attempts.</summary>
public sealed record FailedAttempts
{
    public required Guid TaskId { get; init; }

    /// <summary>Of one recipient; null for the whole task.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>One attempt only.</summary>
    public Guid? AttemptId { get; init; }
}
