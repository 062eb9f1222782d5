using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>
/// Tasks none of whose cases waits or failed have started. Asked of the store after every commit, so that whoever comes last sees it, crash
/// or not.
/// </summary>
public sealed class StartTasks(CourtDb db, TimeProvider clock)
{
    private const int Most = 60;

    /// <returns>How many started.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var tasks = await db.Set<ServiceTask>()
            .Where(t =>
                t.State == ServiceTaskState.Preparing
                && !db.Set<ServicePlan>()
                    .Any(p => p.TaskId == t.Id && (p.State == ServicePlanState.Waiting || p.State == ServicePlanState.Failed))
            )
            .OrderBy(t => t.Id)
            .Take(Most)
            .ToListAsync(ct);
        foreach (var task in tasks)
        {
            task.Started(clock.GetUtcNow());
            if (!await db.SaveUnlessLost(ct))
                return 0; // another host was faster
        }

        return tasks.Count;
    }
}
