using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>送达任务: the list, and one task with its recipients.</summary>
public sealed class ServiceTaskQueries(CourtDb db)
{
    public const int PageSize = 50;
    private const int FailedPlansShown = 20;

    /// <summary>The newest first.</summary>
    /// <param name="mine">Only those that I confirmed.</param>
    public async Task<Page<ServiceTaskRow>> List(bool mine, TaskFilter filter, Cursor? after, Actor by, CancellationToken ct)
    {
        var parts = await Parts(mine, filter, by, ct);
        var page = parts.NewestFirst(after, k => k.At, k => k.Id).Select(k => k.Id);
        var found = await db.Set<ServiceTask>()
            .AsNoTracking()
            .Where(t => page.Contains(t.Id))
            .NewestFirst(null, t => t.ConfirmedAt, t => t.Id)
            .ToListAsync(ct);
        var ids = found.ConvertAll(t => t.Id);
        var visible = db.ServicesVisibleTo(by).Where(s => ids.Contains(s.TaskId));
        var counts = await Counts(visible, ct);
        var states = (
            await visible
                .GroupBy(s => new { s.TaskId, s.State })
                .Select(g => new
                {
                    g.Key.TaskId,
                    g.Key.State,
                    Count = g.Count(),
                })
                .ToListAsync(ct)
        ).ToLookup(g => g.TaskId);
        var failed = await PlansVisibleTo(by)
            .Where(p => ids.Contains(p.TaskId) && p.State == ServicePlanState.Failed)
            .GroupBy(p => p.TaskId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var withdrawn = found.Where(t => t.State == ServiceTaskState.Withdrawn).Select(t => t.Id).ToList();
        var unfinished = withdrawn.Count == 0 ? [] : await LeftBy(withdrawn).Distinct().ToListAsync(ct);
        return Page<ServiceTaskRow>.Of(found.ConvertAll(Row), r => new Cursor(r.ConfirmedAt, r.Id));

        ServiceTaskRow Row(ServiceTask t)
        {
            var tally = TaskTally.Of(failed.GetValueOrDefault(t.Id), states[t.Id].Select(s => (s.State, s.Count)));
            return new ServiceTaskRow(
                t.Id,
                t.Number,
                t.ConfirmedAt,
                t.ClerkName,
                t.CaseNumber,
                t.CaseCount,
                t.RecipientCount,
                t.DocumentTitles,
                tally.Standing(t.State, unfinished.Contains(t.Id)),
                states[t.Id].Where(s => s.State.IsServed()).Sum(s => s.Count),
                tally,
                counts.GetValueOrDefault(t.Id, AttemptCounts.None)
            );
        }
    }

    /// <summary>Tasks of services that an interrupted withdrawal left.</summary>
    private IQueryable<Guid> LeftBy(List<Guid> withdrawn) =>
        db.Set<Service>().Where(s => withdrawn.Contains(s.TaskId)).Where(TaskWithdrawals.Ends).Select(s => s.TaskId);

    /// <summary>A judge hears of the own cases alone.</summary>
    private IQueryable<ServicePlan> PlansVisibleTo(Actor by)
    {
        var cases = db.CasesSatOn(by.Id);
        return by.ExtentOf(Feature.ServiceTasks) == Extent.Cases
            ? db.Set<ServicePlan>().Where(p => cases.Contains(p.CaseId))
            : db.Set<ServicePlan>();
    }

    /// <summary>My tasks that are under way, and how many of them need me: nobody reached, or a decision to make.</summary>
    public Task<Tally> UnderWay(Actor by, CancellationToken ct) => Tallies(by).Sum(ct);

    /// <summary>The same, to be asked together with others.</summary>
    internal IEnumerable<IQueryable<Tallied>> Tallies(Actor by, int kind = 0)
    {
        var me = by.Id;
        yield return db.Set<Service>()
            .Where(s => s.ClerkId == me)
            .Where(ServiceStates.AreOpen)
            .Select(s => s.TaskId)
            .Distinct()
            .Tallied(kind);
        yield return db.Set<ServiceTask>()
            .Where(t => t.ClerkId == me && t.State == ServiceTaskState.Preparing && !db.Set<Service>().Any(s => s.TaskId == t.Id))
            .Tallied(kind);
    }

    /// <returns>Null when there is none, or the reader may not see it.</returns>
    public async Task<ServiceTaskHead?> Head(Guid id, Actor by, CancellationToken ct)
    {
        if (await db.ServiceTasksVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } task)
            return null;
        var visible = db.ServicesVisibleTo(by).Where(s => s.TaskId == id);
        var mayHandle = await db.ServiceTasksHandledBy(by).AnyAsync(t => t.Id == id, ct);
        var plans = await PlansVisibleTo(by)
            .Where(p => p.TaskId == id)
            .GroupBy(p => p.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var failed =
            plans.GetValueOrDefault(ServicePlanState.Failed) == 0 || !mayHandle
                ? []
                : await db.Set<ServicePlan>()
                    .Where(p => p.TaskId == id && p.State == ServicePlanState.Failed)
                    .OrderBy(p => p.Position)
                    .Take(FailedPlansShown)
                    .Select(p => new FailedPlan(p.CaseNumber, p.FailureCode))
                    .ToListAsync(ct);
        var endsSomething =
            plans.GetValueOrDefault(ServicePlanState.Waiting) + plans.GetValueOrDefault(ServicePlanState.Failed) > 0
            || await db.Set<Service>().Where(s => s.TaskId == id).AnyAsync(TaskWithdrawals.Ends, ct);
        return new ServiceTaskHead(
            task.Id,
            task.Number,
            task.ConfirmedAt,
            task.ClerkName,
            task.CaseNumber,
            task.CaseCount,
            task.RecipientCount,
            task.DocumentTitles,
            task.CorrectsTaskId,
            task.State,
            task.WithdrawnAt,
            task.Reason,
            (await Counts(visible, ct)).GetValueOrDefault(id, AttemptCounts.None),
            await visible
                .GroupBy(s => s.State)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, ct),
            plans.GetValueOrDefault(ServicePlanState.Started),
            plans.GetValueOrDefault(ServicePlanState.Failed),
            failed,
            TaskWithdrawals.Of(task.State, endsSomething),
            mayHandle
        );
    }

    /// <summary>In the order of the confirmed list.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<Page<RecipientRow>> Recipients(
        Guid taskId,
        RecipientFilter filter,
        Cursor? after,
        Actor by,
        CancellationToken ct,
        int size = PageSize
    )
    {
        var services = db.ServicesVisibleTo(by).AsNoTracking().Where(s => s.TaskId == taskId);
        services = filter switch
        {
            RecipientFilter.Open => services.Where(ServiceStates.AreOpen),
            RecipientFilter.Failed => services.Where(s => s.State == ServiceState.Failed),
            _ => services,
        };
        var found = await services
            .EarliestFirst(after, s => s.Position, size)
            .Include(s => s.Copies.OrderBy(c => c.Position))
            .Include(s => s.Attempts.OrderBy(a => a.Position))
            .AsSplitQuery()
            .ToListAsync(ct);
        var page = Page<Service>.Of(found, s => Cursor.Of(s.Position), size);
        var serving = await Serving(page.Rows, ct);
        return page.As(s => RowOf(s, serving));
    }

    internal static RecipientRow RowOf(Service s, IReadOnlyDictionary<Guid, ServingAttempt> serving) =>
        new(
            s.Id,
            s.TaskId,
            s.Position,
            s.CaseNumber,
            s.ShownRecipient,
            s.RecipientRole,
            s.AgentId is not null,
            s.Procedure,
            s.Consent,
            s.State,
            s.EffectiveOn,
            s.ConcludesAt,
            s.PaperAskedAt,
            s.PaperSentAt,
            s.Copies,
            [
                .. s.Attempts.Select(a => new AttemptRow(
                    a,
                    Service.Mask(a),
                    s.Attempts.Exists(r => r.RetriesId == a.Id),
                    s.Copies.Count,
                    s.Copies.Count(c => c.OpenedAttemptId == a.Id),
                    s.Copies.Count(c => c.SignedAttemptId == a.Id)
                )),
            ],
            serving
        );

    /// <summary>The attempts that served these services' documents, the agents' of the same party among them.</summary>
    internal async Task<IReadOnlyDictionary<Guid, ServingAttempt>> Serving(IReadOnlyCollection<Service> services, CancellationToken ct)
    {
        var ids = services.SelectMany(s => s.Copies).Select(c => c.ServedByAttemptId).OfType<Guid>().Distinct().ToList();
        var own = services
            .SelectMany(s => s.Attempts.Select(a => (s.RecipientRole, s.AgentId, Attempt: a)))
            .Where(x => ids.Contains(x.Attempt.Id))
            .ToList();
        var others = ids.Except(own.Select(x => x.Attempt.Id)).ToList();
        var elsewhere =
            others.Count == 0
                ? []
                : await db.Set<ServiceAttempt>()
                    .AsNoTracking()
                    .Where(a => others.Contains(a.Id))
                    .Join(
                        db.Set<Service>(),
                        a => a.ServiceId,
                        s => s.Id,
                        (a, s) =>
                            new
                            {
                                s.RecipientRole,
                                s.AgentId,
                                Attempt = a,
                            }
                    )
                    .ToListAsync(ct);
        return own.Concat(elsewhere.Select(x => (x.RecipientRole, x.AgentId, x.Attempt)))
            .ToDictionary(
                x => x.Attempt.Id,
                x => new ServingAttempt(
                    x.Attempt.Channel,
                    x.AgentId is null ? null : x.RecipientRole,
                    x.Attempt.ProvedArrivalAt ?? x.Attempt.DeliveredAt ?? x.Attempt.SentAt,
                    x.Attempt.RepliedAt
                )
            );
    }

    /// <summary>In parts that do not overlap.</summary>
    private async Task<IEnumerable<IQueryable<TaskKey>>> Parts(bool mine, TaskFilter filter, Actor by, CancellationToken ct)
    {
        if (mine)
            return Filtered(db.Set<ServiceTask>().Where(t => t.ClerkId == by.Id), filter).Select(TaskKey.Of);
        if (by.ExtentOf(Feature.ServiceTasks) == Extent.Cases)
            return new TasksOfCases(db, await db.CasesSatOn(by.Id).ToListAsync(ct)).Filtered(filter);
        var (first, other) = db.ServiceTaskPartsVisibleTo(by);
        return Filtered(first, filter).Concat(other is null ? [] : Filtered(other, filter)).Select(TaskKey.Of);
    }

    /// <summary>In parts that do not overlap: the newest of each is soon found, where either-or makes the database read all that is open.</summary>
    private IEnumerable<IQueryable<ServiceTask>> Filtered(IQueryable<ServiceTask> tasks, TaskFilter filter)
    {
        var open = db.Set<Service>().Where(ServiceStates.AreOpen);
        return filter switch
        {
            TaskFilter.Open =>
            [
                tasks.Where(t => t.State == ServiceTaskState.Preparing),
                tasks.Where(t => t.State == ServiceTaskState.Running && open.Any(s => s.TaskId == t.Id)),
            ],
            TaskFilter.Failed =>
            [
                tasks.Where(t =>
                    t.State != ServiceTaskState.Withdrawn
                    && (
                        db.Set<Service>().Any(s => s.TaskId == t.Id && s.State == ServiceState.Failed)
                        || db.Set<ServicePlan>().Any(p => p.TaskId == t.Id && p.State == ServicePlanState.Failed)
                    )
                ),
            ],
            TaskFilter.Done => [tasks.Where(t => t.State == ServiceTaskState.Running && !open.Any(s => s.TaskId == t.Id))],
            TaskFilter.Withdrawn => [tasks.Where(t => t.State == ServiceTaskState.Withdrawn)],
            _ => [tasks],
        };
    }

    /// <summary>One grouped query, for however many recipients.</summary>
    private async Task<Dictionary<Guid, AttemptCounts>> Counts(IQueryable<Service> services, CancellationToken ct)
    {
        var groups = await (
            from s in services
            join a in db.Set<ServiceAttempt>() on s.Id equals a.ServiceId
            join c in db.Set<ServiceCopy>() on s.Id equals c.ServiceId
            where a.State != AttemptState.Withdrawn && !db.Set<ServiceAttempt>().Any(r => r.RetriesId == a.Id)
            group a by new
            {
                s.TaskId,
                a.State,
                Serves = a.ReturnedOn != null,
                IsSigned = c.SignedAttemptId == a.Id,
                IsOpened = c.OpenedAttemptId == a.Id,
            } into g
            select new
            {
                g.Key.TaskId,
                g.Key.State,
                g.Key.Serves,
                g.Key.IsSigned,
                g.Key.IsOpened,
                Count = g.Count(),
            }
        ).ToListAsync(ct);
        return groups
            .GroupBy(g => g.TaskId)
            .ToDictionary(
                task => task.Key,
                task =>
                {
                    var by = task.ToLookup(g => StateOf(g.Serves ? AttemptState.Delivered : g.State, g.IsOpened, g.IsSigned), g => g.Count);
                    return new AttemptCounts(
                        by[AttemptState.Signed].Sum(),
                        by[AttemptState.Opened].Sum(),
                        by[AttemptState.Delivered].Sum(),
                        by[AttemptState.Sent].Sum(),
                        by[AttemptState.Queued].Sum(),
                        by[AttemptState.Failed].Sum()
                    );
                }
            );
    }

    /// <summary>How far one document came by one attempt: opening and signing are facts of the document, the rest of the attempt.</summary>
    private static AttemptState StateOf(AttemptState attempt, bool opened, bool signed) =>
        signed ? AttemptState.Signed
        : opened ? AttemptState.Opened
        : attempt is AttemptState.Opened or AttemptState.Signed ? AttemptState.Delivered
        : attempt;
}
