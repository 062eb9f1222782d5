using Domain.Litigants;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>Who may see what of a case outside the court; domain facts §10.4. 涉密 cases never enter this system.</summary>
public enum CaseRestriction
{
    None,
    ClosedHearing,
    Juvenile,
    Family,
}

/// <summary>Facts of a case or a party that a person may have entered on this platform.</summary>
[Flags]
public enum EnteredHere
{
    Nothing = 0,
    TrialProcedure = 1,
    RetrialProcedure = 2,
    Domicile = 4,
    Custody = 8,
    Minority = 16,
}

public enum CaseState
{
    Filed,
    HearingScheduled,
    Heard,
    Closed,
    Enforcing,
}

/// <summary>What this system needs to know of a case; the trial system's import is its only source.</summary>
public sealed class Case
{
    public const int CauseMaxLength = 60;
    public const int NumberMaxLength = 60;

    public Guid Id { get; init; }

    /// <summary>Half-width normal form, unique: <c>(2026)粤0104民初12345号</c>.</summary>
    public required string Number { get; init; }

    public required string Cause { get; set; }
    public CaseStage Stage { get; init; }
    public CaseState State { get; set; }

    /// <summary>结案: set with the state and never without it, so that what was open on a past day can be told.</summary>
    public DateOnly? ClosedOn { get; set; }

    public CaseRestriction Restriction { get; set; }
    public Guid CourtId { get; init; }
    public Guid DivisionId { get; set; }
    public Guid? JudgeId { get; set; }
    public Guid? ClerkId { get; set; }
    public DateOnly FiledOn { get; set; }

    /// <summary>End of the trial period (审限), where one runs.</summary>
    public DateOnly? TrialPeriodEnds { get; set; }

    public DateTimeOffset? HearingAt { get; set; }

    /// <summary>What comes next: the day of the first hearing that is set, or the last day of the first limit that runs, as the last record left it.</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>Null when the trial system did not say: asked for where it matters, never assumed.</summary>
    public TrialProcedure? TrialProcedure { get; set; }

    /// <summary>Of a retrial: whether it goes by the procedure of first instance, so that its judgment can be appealed (CPL 218). Null when unknown.</summary>
    public bool? RetriesFirstInstance { get; set; }

    /// <summary>What a person entered here: the import does not overwrite it in silence.</summary>
    public EnteredHere Entered { get; set; }

    /// <summary>The collegial panel (合议庭); empty where one judge sits alone.</summary>
    public List<PanelMember> Panel { get; init; } = [];

    public List<CaseParty> Parties { get; init; } = [];
    public List<CaseHearing> Hearings { get; init; } = [];
    public List<CaseLimit> Limits { get; init; } = [];
    public List<CaseNode> Nodes { get; init; } = [];
    public List<CaseFile> Files { get; init; } = [];
    public List<CaseFee> Fees { get; init; } = [];

    /// <summary>Nothing of the content may leave the court by SMS or list.</summary>
    public bool IsSensitive => Restriction is CaseRestriction.Juvenile or CaseRestriction.Family;

    public bool IsOpen => State != CaseState.Closed;

    /// <summary>Tells what comes next from its hearings and limits.</summary>
    public void LookAhead(DateTimeOffset now) =>
        NextOn = Hearings
            .Where(h => h.State == HearingState.Set && h.StartsAt >= now)
            .Select(h => (DateOnly?)ChinaTime.DayOf(h.StartsAt))
            .Concat(Limits.Where(l => l.EndedOn is null).Select(l => (DateOnly?)l.EndsOn))
            .Min();
}

/// <summary>A judge of a case's panel.</summary>
public sealed class PanelMember
{
    public Guid CaseId { get; init; }
    public Guid StaffId { get; init; }

    /// <summary>The presiding judge is 0.</summary>
    public int Position { get; init; }

    /// <param name="judges">The presiding one first.</param>
    public static List<PanelMember> Of(params IEnumerable<Guid> judges) =>
        [.. judges.Select((id, i) => new PanelMember { StaffId = id, Position = i })];
}

public enum PartyRole
{
    Plaintiff,
    Defendant,
    ThirdParty,
    Appellant,
    Appellee,
    Applicant,
    Respondent,
    Accused,
}

public sealed class CaseParty
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Case Case { get; init; } = null!;
    public required string Name { get; set; }
    public PartyRole Role { get; set; }
    public bool IsOrganisation { get; set; }

    /// <summary>Keyed hash of the ID number, see <see cref="IIdentityKeys"/>; empty for an organisation or when unknown.</summary>
    public string IdentityKey { get; set; } = "";

    /// <summary>Last four characters of the ID number, for checking a caller's identity.</summary>
    public string IdLastFour { get; set; } = "";

    /// <summary>A contact as the trial system has it; no consent to be served by it.</summary>
    public string Phone { get; set; } = "";

    public int Position { get; set; }

    /// <summary>The trial system's own id; empty where it gave none.</summary>
    public string ExternalId { get; set; } = "";

    /// <summary>No longer a party (变更、退出): from then on nothing of the case is theirs to see (FLOW 6).</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>What a person entered here: the import does not overwrite it in silence.</summary>
    public EnteredHere Entered { get; set; }

    /// <summary>Null when the trial system did not say; so are the next ones. Asked for where they matter, never assumed.</summary>
    public Domicile? Domicile { get; set; }

    /// <summary>在押、在监狱服刑 or under compulsory education: served through the institution (CPL 92–94).</summary>
    public bool? IsInCustody { get; set; }

    /// <summary>未成年人 and others without capacity for litigation: the 法定代理人 acts for them (CPL 60).</summary>
    public bool? IsMinor { get; set; }

    public List<CaseAgent> Agents { get; init; } = [];
}

public static class PartyRoleNames
{
    public static string Chinese(this PartyRole role) =>
        role switch
        {
            PartyRole.Plaintiff => "原告",
            PartyRole.Defendant => "被告",
            PartyRole.ThirdParty => "第三人",
            PartyRole.Appellant => "上诉人",
            PartyRole.Appellee => "被上诉人",
            PartyRole.Applicant => "申请执行人",
            PartyRole.Respondent => "被执行人",
            PartyRole.Accused => "被告人",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    public static string Chinese(this CaseState state) =>
        state switch
        {
            CaseState.Filed => "已立案",
            CaseState.HearingScheduled => "等开庭",
            CaseState.Heard => "已开庭",
            CaseState.Closed => "已结案",
            CaseState.Enforcing => "执行中",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
