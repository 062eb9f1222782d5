namespace Domain.Cases;

/// <summary>How far a case may be seen, as the trial system says it.</summary>
public enum TrialSecrecy
{
    None,
    ClosedHearing,
    Juvenile,
    Family,

    /// <summary>涉密: refused at the door.</summary>
    StateSecret,
}

/// <summary>
/// A case as the trial system sends it: all of it each time, so that what is left out is no longer there. Its fields are the JSON of the
/// import, in docs/integration.md; times are instants with an offset, days are <c>yyyy-MM-dd</c>.
/// </summary>
public sealed record TrialRecord
{
    /// <summary>案号, in any form that can be read.</summary>
    public string? Number { get; init; }

    /// <summary>Rises with every change there; of two the higher one is true.</summary>
    public long Version { get; init; }

    /// <summary>The division's name or short name within the court that the number names.</summary>
    public string? Division { get; init; }

    public string? Cause { get; init; }
    public CaseState? State { get; init; }
    public TrialSecrecy? Secrecy { get; init; }
    public TrialProcedure? Procedure { get; init; }
    public bool? RetriesFirstInstance { get; init; }
    public DateOnly? FiledOn { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Accounts (login names) of this platform; so are the clerk and the panel.</summary>
    public string? Judge { get; init; }

    public string? Clerk { get; init; }

    /// <summary>The presiding judge first.</summary>
    public IReadOnlyList<string> Panel { get; init; } = [];

    public IReadOnlyList<TrialParty> Parties { get; init; } = [];
    public IReadOnlyList<TrialHearing> Hearings { get; init; } = [];
    public IReadOnlyList<TrialLimit> Limits { get; init; } = [];
    public IReadOnlyList<TrialNode> Nodes { get; init; } = [];
    public IReadOnlyList<TrialFile> Files { get; init; } = [];

    /// <summary>What was paid to the court.</summary>
    public IReadOnlyList<TrialFee> Fees { get; init; } = [];
}

/// <param name="Id">The trial system's own; unique within the case. So is that of everything else in a record.</param>
public sealed record TrialParty(string? Id, string? Name, PartyRole? Role)
{
    public bool IsOrganisation { get; init; }

    /// <summary>身份证号: matched and not kept.</summary>
    public string? IdNumber { get; init; }

    public string? Phone { get; init; }
    public Domicile? Domicile { get; init; }
    public bool? InCustody { get; init; }
    public bool? Minor { get; init; }
    public IReadOnlyList<TrialAgent> Agents { get; init; } = [];
}

public sealed record TrialAgent(string? Name)
{
    public AgentKind? Kind { get; init; }
    public AgentAuthority? Authority { get; init; }
    public IReadOnlyList<AuthorityItems> Items { get; init; } = [];
    public string? IdNumber { get; init; }
    public string? LicenceNumber { get; init; }
    public string? Firm { get; init; }
    public string? Phone { get; init; }
    public DateOnly? EndsOn { get; init; }
}

public sealed record TrialHearing(string? Id, DateTimeOffset? StartsAt)
{
    public DateTimeOffset? EndsAt { get; init; }
    public string? Room { get; init; }
    public string? Address { get; init; }
    public string? VideoLink { get; init; }
    public HearingState State { get; init; }
}

public sealed record TrialLimit(string? Id, CaseLimitKind? Kind, DateOnly? StartsOn, DateOnly? EndsOn)
{
    public int ExtendedDays { get; init; }
    public int DeductedDays { get; init; }
    public string? Rule { get; init; }
    public DateOnly? EndedOn { get; init; }
}

public sealed record TrialNode(string? Id, CaseNodeKind? Kind, DateTimeOffset? At)
{
    public string? Words { get; init; }

    /// <summary>False for what must not be told (FLOW 12).</summary>
    public bool Public { get; init; } = true;

    public bool Withdrawn { get; init; }
}

public sealed record TrialFile(string? Id, string? Title, CaseFileKind? Kind, int Volume, int Position, int Pages)
{
    /// <summary>Of the PDF, which is sent by itself; null while there is none.</summary>
    public string? Sha256 { get; init; }

    public DateOnly? FiledOn { get; init; }
    public bool Secret { get; init; }
}

/// <param name="Paid">Yuan, to the cent.</param>
public sealed record TrialFee(string? Id, CaseFeeKind? Kind, decimal? Paid, DateOnly? PaidOn)
{
    /// <summary>The party's <c>id</c>.</summary>
    public string? Payer { get; init; }

    public decimal? Claimed { get; init; }
    public decimal? Borne { get; init; }
    public decimal Returned { get; init; }
}
