namespace Domain.Cases;

/// <summary>代理权限: special authority names what it gives one by one (CPL 62).</summary>
public enum AgentAuthority
{
    General,
    Special,
}

/// <summary>What an agent does only by special authority: 承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉 (CPL 62).</summary>
[Flags]
public enum AuthorityItems
{
    None = 0,
    Admit = 1,
    Waive = 2,
    ChangeClaims = 4,
    Settle = 8,
    Counterclaim = 16,
    Appeal = 32,
}

/// <summary>Who may be an agent ad litem (CPL 61); what each brings is in 民诉法解释 88.</summary>
public enum AgentKind
{
    Lawyer,
    LegalWorker,
    CloseRelative,
    Employee,
    Community,
    SocialOrganisation,
}

public enum AgentSource
{
    TrialSystem,
    Binding,
    Clerk,
}

/// <summary>An agent ad litem (诉讼代理人) of one party.</summary>
public sealed class CaseAgent
{
    /// <summary>委托一至二人 (CPL 61).</summary>
    public const int MaxOfParty = 2;

    public const int NameMaxLength = 100;
    public const int LicenceMaxLength = 30;
    public const int FirmMaxLength = 100;

    public Guid Id { get; init; }
    public Guid PartyId { get; init; }
    public CaseParty Party { get; init; } = null!;
    public required string Name { get; init; }
    public bool IsLawyer { get; set; }
    public string IdentityKey { get; set; } = "";
    public string Phone { get; set; } = "";
    public AgentSource Source { get; set; }

    /// <summary>1 or 2 of the party's agents, unique, so that two approvals at once bind no third; null of the trial system's and when it ended.</summary>
    public int? Seat { get; set; }

    /// <summary>Null when the trial system did not say; so is the kind. Asked for where it matters, never assumed.</summary>
    public AgentAuthority? Authority { get; set; }

    /// <summary>Named in the power of attorney; none where the authority is general.</summary>
    public AuthorityItems Items { get; set; }

    public AgentKind? Kind { get; set; }
    public string LicenceNumber { get; set; } = "";

    /// <summary>The law firm, legal service office, employer or whoever recommended.</summary>
    public string Firm { get; set; } = "";

    /// <summary>The last day of the authority, where the paper names one.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>The power of attorney has ended: the agent sees nothing of the case from then on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Ended because the trial system named the agent no longer, not by a person here.</summary>
    public bool LeftRecord { get; set; }

    /// <summary>The authority has not ended, and its last day is not over.</summary>
    public bool RunsOn(DateOnly today) => EndedAt is null && (EndsOn is null || EndsOn >= today);

    /// <summary>Whether the agent may do alone what the law reserves to special authority (CPL 62); what is not known is not given.</summary>
    public bool May(AuthorityItems item, DateOnly today) =>
        RunsOn(today) && Authority == AgentAuthority.Special && item != 0 && Items.HasFlag(item);
}
