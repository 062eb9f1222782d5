using Domain.DocumentService;

namespace Infrastructure.DocumentService;

public enum TaskFilter
{
    All,

    /// <summary>进行中: somebody is not served yet.</summary>
    Open,

    /// <summary>有失败: a recipient whom no channel reached, or a case that could not be prepared.</summary>
    Failed,
    Done,
    Withdrawn,
}

public enum RecipientFilter
{
    All,
    Open,
    Failed,
}

/// <summary>Attempts × documents (条), each by how far it came; an attempt that was repeated counts as its repetition.</summary>
public sealed record AttemptCounts(int Signed, int Opened, int Delivered, int Sent, int Queued, int Failed)
{
    public static readonly AttemptCounts None = new(0, 0, 0, 0, 0, 0);

    public int Total => Signed + Opened + Delivered + Sent + Queued + Failed;

    /// <summary>已到达, whatever came after.</summary>
    public int Arrived => Signed + Opened + Delivered;

    public int Of(AttemptState state) =>
        state switch
        {
            AttemptState.Signed => Signed,
            AttemptState.Opened => Opened,
            AttemptState.Delivered => Delivered,
            AttemptState.Sent => Sent,
            AttemptState.Queued => Queued,
            AttemptState.Failed => Failed,
            _ => 0,
        };
}

/// <summary>What a task's head shows of its state.</summary>
public enum TaskStanding
{
    Preparing,
    UnderWay,
    Done,
    Withdrawn,
}

/// <param name="CaseNumber">Of the only case; null for several.</param>
/// <param name="FailedPlans">Cases that could not be prepared.</param>
/// <param name="FailedServices">Recipients whom no channel reached.</param>
public sealed record ServiceTaskRow(
    Guid Id,
    string Number,
    DateTimeOffset ConfirmedAt,
    string ClerkName,
    string? CaseNumber,
    int CaseCount,
    int RecipientCount,
    string DocumentTitles,
    TaskStanding Standing,
    int Served,
    int FailedPlans,
    int FailedServices,
    AttemptCounts Counts
);

/// <param name="Recipients">Begun services by state.</param>
/// <param name="FailedPlans">The first ones, for those who may try them again.</param>
/// <param name="MayHandle">The reader may retry, withdraw and enter.</param>
public sealed record ServiceTaskHead(
    Guid Id,
    string Number,
    DateTimeOffset ConfirmedAt,
    string ClerkName,
    string? CaseNumber,
    int CaseCount,
    int RecipientCount,
    string DocumentTitles,
    Guid? CorrectsTaskId,
    ServiceTaskState State,
    DateTimeOffset? WithdrawnAt,
    string Reason,
    AttemptCounts Counts,
    IReadOnlyDictionary<ServiceState, int> Recipients,
    int StartedPlans,
    int FailedPlanCount,
    IReadOnlyList<FailedPlan> FailedPlans,
    bool MayHandle
)
{
    public int Begun => Recipients.Values.Sum();

    public TaskStanding Standing => ServiceTaskQueries.StandingOf(State, Recipients.Where(r => r.Key.IsOpen()).Sum(r => r.Value) > 0);
}

public sealed record FailedPlan(string CaseNumber, string Code);

/// <param name="Name">Masked.</param>
/// <param name="ConcludesAt">When time alone concludes something, see <see cref="Service.ConcludesAt"/>.</param>
/// <param name="Serving">Attempts that served documents of this service, by id; the party's agent's too.</param>
public sealed record RecipientRow(
    Guid ServiceId,
    Guid TaskId,
    int Position,
    string CaseNumber,
    string Name,
    string Role,
    bool IsAgent,
    string Consent,
    ServiceState State,
    DateOnly? EffectiveOn,
    DateTimeOffset? ConcludesAt,
    DateTimeOffset? PaperAskedAt,
    DateTimeOffset? PaperSentAt,
    IReadOnlyList<ServiceCopy> Copies,
    IReadOnlyList<AttemptRow> Attempts,
    IReadOnlyDictionary<Guid, ServingAttempt> Serving
);

/// <param name="AgentRole">Set when it belongs to the party's agent: 被告的代理律师.</param>
public sealed record ServingAttempt(ServiceChannel Channel, string? AgentRole, DateTimeOffset? At);

/// <param name="Address">Masked.</param>
/// <param name="IsRepeated">A later attempt repeats it.</param>
/// <param name="Opened">Documents opened by this way.</param>
public sealed record AttemptRow(ServiceAttempt Attempt, string Address, bool IsRepeated, int Documents, int Opened, int Signed)
{
    public bool MayRetry => Attempt.State == AttemptState.Failed && !IsRepeated;
}
