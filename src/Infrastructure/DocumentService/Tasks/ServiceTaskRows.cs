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

    /// <summary>Whom no channel reached.</summary>
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

    /// <summary>部分失败: no way reached one of the recipients, or a case could not be prepared.</summary>
    PartlyFailed,

    /// <summary>失败: that is so of all of them.</summary>
    Failed,
    Done,

    /// <summary>撤回没有做完: an interruption left services that are not withdrawn.</summary>
    Withdrawing,

    /// <summary>部分已送达，其余已撤回: what had been served before stays so.</summary>
    WithdrawnInPart,
    Withdrawn,
}

/// <summary>What the standing of a task follows from: the same for its row, its head and its filters.</summary>
/// <param name="FailedPlans">Cases that could not be prepared.</param>
/// <param name="FailedServices">Recipients whom no channel reached.</param>
/// <param name="OpenServices">Recipients who are not served yet, the failed ones among them.</param>
/// <param name="OtherServices">Recipients who have been or may still be reached.</param>
public sealed record TaskTally(int FailedPlans, int FailedServices, int OpenServices, int OtherServices)
{
    public static TaskTally Of(int failedPlans, IEnumerable<(ServiceState State, int Count)> services)
    {
        var states = services.ToList();
        return new TaskTally(
            failedPlans,
            states.Where(s => s.State == ServiceState.Failed).Sum(s => s.Count),
            states.Where(s => s.State.IsOpen()).Sum(s => s.Count),
            states.Where(s => s.State is not (ServiceState.Failed or ServiceState.Withdrawn)).Sum(s => s.Count)
        );
    }

    /// <summary>有失败: what is red in the list and on the page, and what the filter finds.</summary>
    public bool HasFailed => FailedPlans + FailedServices > 0;

    /// <param name="isUnfinished">Of a task that is withdrawn: something of it is not.</param>
    public TaskStanding Standing(ServiceTaskState state, bool isUnfinished) =>
        (state, isUnfinished) switch
        {
            (ServiceTaskState.Withdrawn, true) => TaskStanding.Withdrawing,
            (ServiceTaskState.Withdrawn, false) => OtherServices > 0 ? TaskStanding.WithdrawnInPart : TaskStanding.Withdrawn,
            _ when HasFailed => OtherServices > 0 ? TaskStanding.PartlyFailed : TaskStanding.Failed,
            (ServiceTaskState.Preparing, _) => TaskStanding.Preparing,
            _ => OpenServices > 0 ? TaskStanding.UnderWay : TaskStanding.Done,
        };
}

/// <param name="CaseNumber">Of the only case; null for several.</param>
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
    TaskTally Tally,
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
    TaskWithdrawal Withdrawal,
    bool MayHandle
)
{
    public int Begun => Recipients.Values.Sum();

    public TaskTally Tally => TaskTally.Of(FailedPlanCount, Recipients.Select(r => (r.Key, r.Value)));

    public TaskStanding Standing => Tally.Standing(State, Withdrawal == TaskWithdrawal.Unfinished);
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
    Procedure Procedure,
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
/// <param name="ArrivedAt">When it is held to have arrived; null where it was neither sent nor brought.</param>
public sealed record ServingAttempt(ServiceChannel Channel, string? AgentRole, DateTimeOffset? ArrivedAt, DateTimeOffset? RepliedAt);

/// <param name="Address">Masked.</param>
/// <param name="IsRepeated">A later attempt repeats it.</param>
/// <param name="Opened">Documents opened by this way.</param>
public sealed record AttemptRow(ServiceAttempt Attempt, string Address, bool IsRepeated, int Documents, int Opened, int Signed)
{
    public bool MayRetry => Attempt.HasFailed && !IsRepeated;
}
