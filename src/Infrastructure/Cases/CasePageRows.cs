using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.Cases;

/// <summary>The head of a case's page.</summary>
/// <param name="IsMine">The viewer sits in it or assists in it: names stand in full.</param>
/// <param name="MayServe">Serves documents in it.</param>
/// <param name="Panel">The presiding judge first; empty where one judge sits alone.</param>
public sealed record CaseHead(
    Guid Id,
    string Number,
    string Cause,
    CaseStage Stage,
    CaseState State,
    CaseRestriction Restriction,
    TrialProcedure? Procedure,
    DateOnly FiledOn,
    DateOnly? ClosedOn,
    Guid DivisionId,
    string Court,
    string Division,
    string? Judge,
    string? Clerk,
    string? Liaison,
    bool IsMine,
    bool MayServe,
    IReadOnlyList<string> Panel
)
{
    public bool IsSensitive => Restriction is CaseRestriction.Juvenile or CaseRestriction.Family;
}

/// <summary>How the names of a case stand on its page: one answer for all of it (domain facts §10.4).</summary>
/// <param name="IsWhole">To those whose case it is, and to who gave a reason.</param>
public sealed record CaseNames(bool IsSensitive, bool IsWhole)
{
    public string Of(string name, bool isPublic = false) => ShownName.InCase(name, IsSensitive, IsWhole || isPublic);

    /// <summary>Words that people wrote in the trial system may name anybody: for the people of the case, or for a reason.</summary>
    public bool ShowsTexts => IsWhole;
}

public sealed record CasePartyRow(Guid Id, string Name, PartyRole Role, bool IsOrganisation, Domicile? Domicile)
{
    public bool? IsInCustody { get; init; }
    public bool? IsMinor { get; init; }
    public string IdLastFour { get; init; } = "";
    public DateTimeOffset? LeftAt { get; init; }
    public IReadOnlyList<CaseAgentRow> Agents { get; init; } = [];
}

public sealed record CaseAgentRow(Guid Id, string Name, bool IsLawyer, AgentKind? Kind, AgentAuthority? Authority, AuthorityItems Items)
{
    public string Firm { get; init; } = "";
    public string LicenceNumber { get; init; } = "";
    public DateOnly? EndsOn { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Ended, or past the last day that the paper names.</summary>
    public bool IsOver(DateOnly today) => EndedAt is not null || EndsOn < today;
}

public sealed record CaseOrderRow(
    Guid Id,
    string Number,
    Category Category,
    Channel Channel,
    string Title,
    string RequesterName,
    string RequesterRole,
    WorkOrderState State,
    Guid OwnerId,
    string OwnerName,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt,
    DateOnly DueDay,
    bool DueIsProvisional,
    int UrgeCount,
    int Level,
    DateTimeOffset? ClosedAt,
    Satisfaction? Satisfaction
)
{
    /// <summary>The last day in words.</summary>
    public CountedDay DueOn => new(DueDay, DueIsProvisional);
}

public sealed record CaseServiceRow(
    Guid Id,
    Guid TaskId,
    string TaskNumber,
    string RecipientName,
    string RecipientRole,
    string DocumentTitles,
    ServiceState State,
    DateOnly? EffectiveOn,
    DateTimeOffset BegunAt
);

public sealed record CaseDocumentRow(
    Guid Id,
    Guid TaskId,
    string Title,
    DocumentKind Kind,
    string Serial,
    int Pages,
    DateTimeOffset FrozenAt
);

/// <param name="PersonId">The party's or the agent's.</param>
public sealed record CaseConfirmationRow(
    Guid Id,
    Guid PersonId,
    string Person,
    string Role,
    bool AcceptsElectronic,
    ConfirmationScope Scope,
    DateTimeOffset ConfirmedAt,
    DateTimeOffset? EndedAt
);

/// <summary>What the trial system says otherwise than what was entered here.</summary>
/// <param name="Of">Whose: 被告; empty for the case itself.</param>
/// <param name="AgentName">Of an agent.</param>
public sealed record ConflictRow(
    Guid Id,
    Guid CaseId,
    string CaseNumber,
    bool IsSensitive,
    CaseField Field,
    PartyRole? Of,
    string AgentName,
    string Ours,
    string Theirs,
    ConflictState State,
    DateTimeOffset ArisenAt,
    DateTimeOffset? DecidedAt,
    string DecidedByName
);

/// <summary>How many rows the sections have that are read page by page.</summary>
public sealed record CaseCounts(
    int Hearings,
    int Nodes,
    int Orders,
    int OpenOrders,
    int Services,
    int OpenServices,
    int Documents,
    int Files
);

/// <summary>Orders of the case that its viewer answers, and services that a clerk has to finish.</summary>
public sealed record CaseDuties(IReadOnlyList<CaseOrderRow> Orders, IReadOnlyList<CaseServiceRow> Services);
