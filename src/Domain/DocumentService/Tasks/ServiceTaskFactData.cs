using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What a clerk confirmed, for every case of the task.</summary>
/// <param name="Recipients">Those who are served, over all cases.</param>
/// <param name="CorrectsTaskId">The task whose documents this one corrects.</param>
public sealed record TaskConfirmedData(
    IReadOnlyList<TaskDocument> Documents,
    IReadOnlyList<TracedPlan> Plans,
    int Recipients,
    Guid? CorrectsTaskId
) : FactData
{
    public IReadOnlyList<TracedLeftOut> LeftOut { get; init; } = [];

    /// <summary>Null where nobody asked to see them in full.</summary>
    public RecipientsRevealed? Revealed { get; init; }
}

/// <summary>Somebody who is not served this time, and why.</summary>
public sealed record TracedLeftOut(Guid PlanId, string Role, string Reason)
{
    public Guid PartyId { get; init; }

    /// <summary>Null for the party itself.</summary>
    public Guid? AgentId { get; init; }

    public static IEnumerable<TracedLeftOut> Of(ServicePlan plan) =>
        plan
            .Recipients.Where(r => r.Ways.Count == 0)
            .Select(r => new TracedLeftOut(plan.Id, r.Role, r.LeftOutReason) { PartyId = r.PartyId, AgentId = r.AgentId });
}

/// <param name="RecipientsHash">Of everybody of the case as confirmed, with ways and left-out reasons: the plan keeps them whole, see
/// <see cref="ServicePlan"/>.</param>
public sealed record TracedPlan(Guid PlanId, Guid CaseId, string CaseNumber, string RecipientsHash)
{
    public static TracedPlan Of(ServicePlan plan) =>
        new(plan.Id, plan.CaseId, plan.CaseNumber, TraceRow.HashOf(CanonicalJson.Of(plan.Recipients)));
}

/// <summary>Cases whose services could not begin wait for the worker again.</summary>
public sealed record PlansRetriedData(IReadOnlyList<Guid> Plans) : FactData;

/// <summary>A member of staff looked at a served document.</summary>
public sealed record DocumentViewedData(Guid DocumentId, string Serial, string Title) : FactData;
