using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>
/// Writes what has become of claimed cases: begun with frozen documents, services and notices, or failed; one transaction for each case.
/// The plan's state decides who wrote first: a worker that is late, or back from the dead, writes nothing.
/// </summary>
public sealed partial class WriteBegunCases(
    IServiceScopeFactory scopes,
    FallbackPlansInForce fallbacks,
    LawOfService laws,
    ServiceLinks links,
    TimeProvider clock,
    ILogger<WriteBegunCases> log
)
{
    /// <param name="frozen">By plan: why its documents could not be frozen, or the documents.</param>
    public async Task Begin(IReadOnlyCollection<CaseToBegin> cases, IReadOnlyDictionary<Guid, FrozenCase> frozen, CancellationToken ct)
    {
        var plans = await fallbacks.Current(ct);
        var law = await laws.Current(ct);
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct },
            async (@case, token) =>
            {
                var (failure, documents) = frozen[@case.Plan.Id];
                var steps = plans.For(@case.Case.CourtId, @case.Task.Documents[0].Kind);
                if (failure.Length > 0)
                    await Fail(@case.Plan, failure, token);
                else
                    await Write(@case.Plan, ServicePlanState.Started, own => AddServices(own, @case, documents, steps, law), token);
            }
        );
    }

    /// <summary>Nothing of the case was sent: the clerk sees why and can have it tried again.</summary>
    public Task Fail(ServicePlan plan, string code, CancellationToken ct)
    {
        NotBegun(log, plan.Id, code);
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

    /// <summary>Its task was withdrawn meanwhile.</summary>
    public Task Withdraw(ServicePlan plan, CancellationToken ct) => Write(plan, ServicePlanState.Withdrawn, null, ct);

    private void AddServices(
        CourtDb own,
        CaseToBegin @case,
        List<ServedDocument> documents,
        IReadOnlyList<FallbackStep> steps,
        ServiceLaw law
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
                        law.FactsOf(@case.Case, @case.Case.Parties.Single(p => p.Id == r.PartyId)),
                        @case.CourtName,
                        @case.Accounts[r.ServiceId],
                        documents,
                        links,
                        now
                    )
            )
            .ToList();
        ConcludeServices.Update(services, law, now); // an account of this platform has it at once
        foreach (var service in services)
            service.ScheduleFallback(steps, now);
        own.Set<Service>().AddRange(services);
    }

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The documents of plan {Plan} cannot be served: {Code}")]
    private static partial void NotBegun(ILogger log, Guid plan, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plan {Plan} was begun or withdrawn by another")]
    private static partial void TakenByAnother(ILogger log, Guid plan);
}
