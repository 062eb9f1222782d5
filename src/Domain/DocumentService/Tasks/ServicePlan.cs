namespace Domain.DocumentService;

public enum ServicePlanState
{
    Waiting,
    Started,

    /// <summary>Its documents could not be frozen: nothing of it was sent.</summary>
    Failed,
    Withdrawn,
}

/// <summary>What a task does for one case, as the clerk confirmed it: kept whole, so that whatever changes later, this is what was confirmed.</summary>
public sealed class ServicePlan
{
    public Guid Id { get; init; }
    public Guid TaskId { get; init; }
    public Guid CaseId { get; init; }

    /// <summary>With its task: a judge's tasks are listed by their cases' plans.</summary>
    public DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>Half-width normal form.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>1, 2, 3 … within the task.</summary>
    public int Position { get; init; }

    /// <summary>Also those who are left out, with the reason.</summary>
    public List<PlannedRecipient> Recipients { get; init; } = [];

    public ServicePlanState State { get; set; }
    public string FailureCode { get; set; } = "";

    /// <summary>By the database's clock: a worker that died gives it back.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>How often a worker took it up.</summary>
    public int Tries { get; set; }
}

/// <summary>A person of the case as a recipient.</summary>
/// <param name="Role">原告, 被告的代理律师.</param>
/// <param name="Consent">Consent to electronic service on record, in words: 确认书 2026-06-08. Empty where there is none.</param>
/// <param name="Ways">Empty when the clerk left the person out.</param>
/// <param name="LeftOutReason">Recorded; required where there are no ways.</param>
public sealed record PlannedRecipient(string Name, string Role, string Consent, IReadOnlyList<PlannedWay> Ways, string LeftOutReason = "")
{
    /// <summary>Made at confirmation: starting again makes the same service.</summary>
    public required Guid ServiceId { get; init; }

    /// <summary>The party that is served, or whose agent is.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>Set when the recipient is that party's agent.</summary>
    public Guid? AgentId { get; init; }

    /// <summary>No other channel follows by itself: whom these do not reach is the clerk's.</summary>
    public bool StaysWithChosen { get; init; }
}

/// <param name="Address">Phone, e-mail, fax number or postal address as it is; empty for WeChat and the account.</param>
/// <param name="Origin">Where it comes from, in words: 答辩状载明.</param>
public sealed record PlannedWay(ServiceChannel Channel, string Address, AddressBasis Basis, string Origin = "");
