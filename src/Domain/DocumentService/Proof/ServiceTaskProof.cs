using System.Text.Json;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Whether a task still says what was confirmed: its documents, and for each case the recipients with their ways.</summary>
public static class ServiceTaskProof
{
    /// <param name="trace">The row that confirmed it; others do not matter.</param>
    /// <returns>What does not agree, for the log; null when everything does.</returns>
    public static string? BreakOf(ServiceTask task, IReadOnlyList<TraceRow> trace, IReadOnlyCollection<ServicePlan> plans)
    {
        TaskConfirmedData confirmed;
        try
        {
            if (trace.FirstOrDefault(r => r.Kind == ServiceFacts.Confirmed) is not { } row)
                return "the trace does not say what was confirmed";
            confirmed = row.Read<TaskConfirmedData>();
        }
        catch (JsonException)
        {
            return "what was confirmed cannot be read";
        }

        if (!task.Documents.SequenceEqual(confirmed.Documents))
            return "the documents are not the ones that were confirmed";
        var stored = plans.ToDictionary(p => p.Id);
        foreach (var plan in confirmed.Plans)
        {
            if (!stored.Remove(plan.PlanId, out var kept))
                return $"the plan for {plan.CaseNumber} is gone";
            if (TracedPlan.Of(kept) != plan)
                return $"the plan for {plan.CaseNumber} is not the one that was confirmed";
        }

        return stored.Count == 0 ? null : "a plan was added after the confirmation";
    }

    /// <summary>The workers pass over what has begun: a plan that only says so would never be served.</summary>
    /// <param name="services">Ids of all that the task has; withdrawn ones stay.</param>
    /// <returns>Plans that are said to have begun while a recipient who was not left out has no service.</returns>
    public static IEnumerable<ServicePlan> NeverBegun(IEnumerable<ServicePlan> plans, IReadOnlySet<Guid> services) =>
        plans.Where(p =>
            p.State == ServicePlanState.Started && p.Recipients.Exists(r => r.Ways.Count > 0 && !services.Contains(r.ServiceId))
        );
}
