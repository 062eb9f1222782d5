using Domain.DocumentService;
using Infrastructure.Paging;
using Infrastructure.Persistence;

namespace Infrastructure.DocumentService;

/// <summary>What orders the list of tasks.</summary>
internal sealed class TaskKey
{
    public DateTimeOffset At { get; init; }
    public Guid Id { get; init; }

    public static IQueryable<TaskKey> Of(IQueryable<ServiceTask> tasks) => tasks.Select(t => new TaskKey { At = t.ConfirmedAt, Id = t.Id });
}

/// <summary>
/// A judge's tasks, by the plans and services of their cases, whose indexes tell which and when: some thousand are soon told apart, but
/// take long to read. How a task of many cases stands is how it stands in theirs.
/// </summary>
internal sealed class TasksOfCases(CourtDb db, List<Guid> cases)
{
    private readonly IQueryable<ServicePlan> _plans = db.Set<ServicePlan>().Where(p => cases.Contains(p.CaseId));
    private readonly IQueryable<Service> _services = db.Set<Service>().Where(s => cases.Contains(s.CaseId));
    private readonly IQueryable<ServiceTask> _tasks = db.Set<ServiceTask>();

    /// <returns>In parts that do not overlap.</returns>
    public IEnumerable<IQueryable<TaskKey>> Filtered(TaskFilter filter) =>
        filter switch
        {
            TaskFilter.Open =>
            [
                TaskKey.Of(_tasks.Where(t => t.State == ServiceTaskState.Preparing && _plans.Any(p => p.TaskId == t.Id))),
                TaskKey.Of(_tasks.Where(t => t.State == ServiceTaskState.Running && Open.Contains(t.Id))),
            ],
            TaskFilter.Failed => [TaskKey.Of(_tasks.Where(t => t.State != ServiceTaskState.Withdrawn && Failed.Contains(t.Id)))],
            TaskFilter.Done => [Done],
            TaskFilter.Withdrawn => [TaskKey.Of(_tasks.Where(t => t.State == ServiceTaskState.Withdrawn && Planned.Contains(t.Id)))],
            _ => [Keys],
        };

    private IQueryable<TaskKey> Keys => _plans.Select(p => new TaskKey { At = p.ConfirmedAt, Id = p.TaskId }).Distinct();

    private IQueryable<Guid> Planned => _plans.Select(p => p.TaskId);

    private IQueryable<Guid> Open => _services.Where(ServiceStates.AreOpen).Select(s => s.TaskId);

    private IQueryable<Guid> Failed =>
        _services
            .Where(s => s.State == ServiceState.Failed)
            .Select(s => s.TaskId)
            .Union(_plans.Where(p => p.State == ServicePlanState.Failed).Select(p => p.TaskId));

    /// <summary>
    /// Most are done, so going back in time a page of them is soon found. The limit, which none reaches, has them in order before tasks
    /// are looked at.
    /// </summary>
    private IQueryable<TaskKey> Done =>
        Keys.NewestFirst(null, k => k.At, k => k.Id, int.MaxValue - 1)
            .Where(k => !Open.Contains(k.Id) && _tasks.Any(t => t.Id == k.Id && t.State == ServiceTaskState.Running));
}
