using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>
/// Begins what clerks confirmed: freezes the documents of each case, then writes them with all services and notices of the case in
/// one transaction. The plan's state decides who wrote first: a worker that is late, or back from the dead, writes nothing.
/// </summary>
public sealed partial class BeginServices(
    CourtDb db,
    ServiceClaims claims,
    CasesToBegin toBegin,
    FreezeDocuments freeze,
    FallbackPlansInForce fallbacks,
    ICalendars calendars,
    IServiceScopeFactory scopes,
    ServiceLinks links,
    ServiceSettings settings,
    TimeProvider clock,
    ILogger<BeginServices> log
)
{
    private const int CasesAtOnce = 60;
    private const int MostTries = 6;
    private static readonly TimeSpan s_pauseForEachTry = TimeSpan.FromSeconds(3);

    /// <returns>How many cases were taken up, and tasks brought to their end.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var plans = await claims.Plans(CasesAtOnce, settings.Lease, ct);
        if (plans.Count == 0)
            return await StartTasks(ct);
        try
        {
            await Begin(plans, ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            TryFailed(log, e, plans.Count);
            await claims.GiveBack([.. plans.Select(p => p.Id)], s_pauseForEachTry * plans.Max(p => p.Tries), CancellationToken.None);
            return 0;
        }

        await StartTasks(ct);
        return plans.Count;
    }

    private async Task Begin(List<ServicePlan> claimed, CancellationToken ct)
    {
        var tired = claimed.Where(p => p.Tries > MostTries).ToHashSet();
        var ready = await toBegin.Of([.. claimed.Except(tired)], ct);
        foreach (var plan in tired)
            await Fail(plan, ServicePlanFailures.GaveUp, ct);
        foreach (var plan in claimed.Except(tired).Except(ready.Select(c => c.Plan)))
            await Fail(plan, ServicePlanFailures.CaseGone, ct);
        foreach (var withdrawn in ready.Where(c => c.Task.State == ServiceTaskState.Withdrawn))
            await Write(withdrawn.Plan, ServicePlanState.Withdrawn, null, ct);

        var going = ready.Where(c => c.Task.State != ServiceTaskState.Withdrawn).ToList();
        var frozen = await freeze.Run(going, ct);
        var plans = await fallbacks.Current(ct);
        var calendar = await calendars.Current(ct);
        await Parallel.ForEachAsync(
            going,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct },
            async (@case, token) =>
            {
                var (failure, documents) = frozen[@case.Plan.Id];
                var steps = plans.For(@case.Case.CourtId, @case.Task.Documents[0].Kind);
                if (failure.Length > 0)
                    await Fail(@case.Plan, failure, token);
                else
                    await Write(@case.Plan, ServicePlanState.Started, own => AddServices(own, @case, documents, steps, calendar), token);
            }
        );
    }

    private void AddServices(
        CourtDb own,
        CaseToBegin @case,
        List<ServedDocument> documents,
        IReadOnlyList<FallbackStep> steps,
        WorkCalendar calendar
    )
    {
        own.Set<ServedDocument>().AddRange(documents);
        var now = clock.GetUtcNow();
        var services = @case
            .Plan.Recipients.Where(r => r.Ways.Count > 0)
            .Select(
                (r, i) =>
                    Service.Begin(
                        @case.Task,
                        @case.Plan,
                        r,
                        @case.RecipientsBefore + i + 1,
                        @case.Case,
                        @case.CourtName,
                        @case.Accounts[r.ServiceId],
                        documents,
                        links,
                        now
                    )
            )
            .ToList();
        ConcludeServices.Update(services, new EffectiveDate(calendar), calendar, now); // an account of this platform has it at once
        foreach (var service in services)
            service.ScheduleFallback(steps, now);
        own.Set<Service>().AddRange(services);
    }

    /// <summary>Nothing of the case was sent: the clerk sees why and can have it tried again.</summary>
    private Task Fail(ServicePlan plan, string code, CancellationToken ct)
    {
        NotFrozen(log, plan.Id, code);
        return Write(
            plan,
            ServicePlanState.Failed,
            own =>
            {
                plan.FailureCode = code;
                own.Hint(plan.TaskId, LiveTopic.ServiceTask(plan.TaskId));
            },
            ct
        );
    }

    /// <summary>One transaction for one case.</summary>
    private async Task Write(ServicePlan plan, ServicePlanState state, Action<CourtDb>? add, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<CourtDb>();
        own.Attach(plan);
        (plan.State, plan.ClaimedUntil) = (state, null);
        add?.Invoke(own);
        if (!await own.SaveUnlessLost(ct))
            TakenByAnother(log, plan.Id);
    }

    /// <summary>Tasks none of whose cases waits or failed. Asked of the store after every commit, so that whoever comes last sees it, crash or not.</summary>
    private async Task<int> StartTasks(CancellationToken ct)
    {
        var tasks = await db.Set<ServiceTask>()
            .Where(t =>
                t.State == ServiceTaskState.Preparing
                && !db.Set<ServicePlan>()
                    .Any(p => p.TaskId == t.Id && (p.State == ServicePlanState.Waiting || p.State == ServicePlanState.Failed))
            )
            .OrderBy(t => t.Id)
            .Take(CasesAtOnce)
            .ToListAsync(ct);
        foreach (var task in tasks)
        {
            task.Started(clock.GetUtcNow());
            if (!await db.SaveUnlessLost(ct))
                return 0; // another host was faster
        }

        return tasks.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The documents of plan {Plan} cannot be served: {Code}")]
    private static partial void NotFrozen(ILogger log, Guid plan, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plan {Plan} was begun or withdrawn by another")]
    private static partial void TakenByAnother(ILogger log, Guid plan);

    [LoggerMessage(Level = LogLevel.Error, Message = "Beginning {Count} cases came to no end; they are tried again")]
    private static partial void TryFailed(ILogger log, Exception exception, int count);
}
