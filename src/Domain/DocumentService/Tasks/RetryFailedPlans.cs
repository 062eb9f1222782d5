using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Cases of a task whose documents could not be prepared wait for the worker again; nothing of them had been sent.</summary>
public sealed class RetryFailedPlans(ICourtDb db, ServiceDesk desk)
{
    /// <returns>How many cases.</returns>
    /// <exception cref="RefusedException"><c>service_task.not_found</c>, <c>service.withdrawn</c>, <c>service_entry.nothing_to_retry</c>.</exception>
    public Task<int> Handle(Guid taskId, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var task =
                    await db.ServiceTasksHandledBy(by).SingleOrDefaultAsync(t => t.Id == taskId, ct) ?? throw ServiceErrors.TaskNotFound();
                var failed = await db.Set<ServicePlan>()
                    .Where(p => p.TaskId == taskId && p.State == ServicePlanState.Failed)
                    .ToListAsync(ct);
                if (failed.Count == 0)
                    throw ServiceEntryErrors.NothingToRetry();
                task.Retry(failed, by, desk.Now);
                return failed.Count;
            },
            ct
        );
}
