using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// 撤回送达任务, with a reason: cases that have not begun never begin, notices that wait never go, open services end. What has been
/// served stays served (<see cref="TaskWithdrawals"/>). Withdrawing again finishes what an interruption left.
/// </summary>
public sealed class WithdrawServiceTask(ICourtDb db, ServiceDesk desk)
{
    private const int AtOnce = 100;

    /// <exception cref="RefusedException">
    /// <c>service_task.not_found</c>, <c>service_task.withdrawn</c> (for another reason), <c>service_task.nothing_to_withdraw</c>,
    /// <c>service.reason_missing</c>, <c>service.text_too_long</c>.
    /// </exception>
    public async Task Handle(Guid taskId, string reason, Actor by, CancellationToken ct)
    {
        var recorded = await db.Change(() => WithdrawTask(taskId, reason, by, ct), ct);
        while (true)
        {
            var left = await db.Set<Service>()
                .AsNoTracking()
                .Where(s => s.TaskId == taskId)
                .Where(TaskWithdrawals.Ends)
                .OrderBy(s => s.Position)
                .Take(AtOnce)
                .Select(s => s.Id)
                .ToListAsync(ct);
            if (left.Count == 0)
                break;
            await db.Change(() => WithdrawServices(left, recorded, by, ct), ct);
            db.Forget();
        }

        if (recorded != ServiceTexts.Reason(reason))
            throw ServiceErrors.TaskWithdrawn(recorded); // somebody was faster: their reason stands
    }

    private async Task<string> WithdrawTask(Guid taskId, string reason, Actor by, CancellationToken ct)
    {
        var task = await db.ServiceTasksHandledBy(by).SingleOrDefaultAsync(t => t.Id == taskId, ct) ?? throw ServiceErrors.TaskNotFound();
        if (task.State == ServiceTaskState.Withdrawn)
            return task.Reason;
        var notBegun = await db.Set<ServicePlan>()
            .Where(p => p.TaskId == taskId && (p.State == ServicePlanState.Waiting || p.State == ServicePlanState.Failed))
            .ToListAsync(ct);
        var endsSomething = notBegun.Count > 0 || await db.Set<Service>().Where(s => s.TaskId == taskId).AnyAsync(TaskWithdrawals.Ends, ct);
        if (TaskWithdrawals.Of(task.State, endsSomething) == TaskWithdrawal.NothingLeft)
            throw ServiceErrors.NothingToWithdraw();
        task.Withdraw(reason, by, desk.Now);
        foreach (var plan in notBegun)
            plan.State = ServicePlanState.Withdrawn;
        foreach (
            var document in await db.Set<CaseDocument>()
                .Where(d => d.ServedByTaskId == taskId && !db.Set<Service>().Any(s => s.TaskId == taskId && s.CaseId == d.CaseId))
                .ToListAsync(ct)
        )
            document.ServedByTaskId = null; // nothing of its case has begun: it waits to be served again
        return task.Reason;
    }

    private async Task WithdrawServices(List<Guid> ids, string reason, Actor by, CancellationToken ct)
    {
        var services = await db.Set<Service>()
            .Where(s => ids.Contains(s.Id))
            .Include(s => s.Copies)
            .Include(s => s.Attempts.OrderBy(a => a.Position))
            .ToListAsync(ct);
        var queued = services
            .SelectMany(s => s.Attempts)
            .Where(a => a.State == AttemptState.Queued)
            .Select(a => a.NoticeId)
            .OfType<Guid>()
            .ToList();
        foreach (var notice in await db.Set<Notice>().Where(n => queued.Contains(n.Id) && n.State == NoticeState.Queued).ToListAsync(ct))
            notice.Expire(desk.Now);
        await desk.Act(services, (service, now) => service.Withdraw(reason, by, now), ct);
    }
}
