using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Submissions;

/// <summary>What happens to a submission besides what happens to anything handled (<see cref="HandlingFacts"/>).</summary>
public static class SubmissionFacts
{
    public const string Sent = "submission_sent";
    public const string Read = "submission_read";
    public const string MissingAsked = "submission_missing_asked";

    /// <summary>A second time: what was missing was to be said at once.</summary>
    public const string MissingAskedAgain = "submission_missing_asked_again";
    public const string Supplemented = "submission_supplemented";
    public const string SupplementLapsed = "submission_supplement_lapsed";
    public const string Accepted = "submission_accepted";
    public const string Refused = "submission_refused";
    public const string TakenBack = "submission_taken_back";
    public const string Released = "submission_released";
    public const string FollowUpDone = "submission_follow_up_done";
    public const string AccountRevealed = "submission_account_revealed";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Sent => "提交",
            Read => "承办人已读",
            MissingAsked => "要求补正",
            MissingAskedAgain => "再次要求补正",
            Supplemented => "已补交",
            SupplementLapsed => "补正期满，继续审收",
            Accepted => "收下",
            Refused => "退回",
            TakenBack => "提交人撤回",
            Released => "发给其他当事人",
            FollowUpDone => "后续工作已办",
            AccountRevealed => "查看完整账号",
            _ => SupervisionFacts.Chinese(kind) ?? HandlingFacts.Chinese(kind),
        };
}

/// <summary>Something was handed in. What was written and whose account it names stays out of the trace.</summary>
/// <param name="Hash">Of the receipt.</param>
public sealed record SubmissionSentData(
    string Number,
    string CaseNumber,
    Guid CaseId,
    SubmissionKind What,
    Guid PartyId,
    Guid? AgentId,
    int Files,
    string Hash,
    DateOnly DueDay
) : FactData;

/// <param name="Until">The last day of the submitter.</param>
/// <param name="Why">Of a second asking.</param>
public sealed record SubmissionMissingData(int Count, DateOnly Until, string Why) : FactData;

/// <param name="Hash">Of the receipt with everything that came.</param>
public sealed record SubmissionSupplementedData(int Files, string Hash) : FactData;

public sealed record SubmissionAcceptedData(SubmissionKind What, bool IsReleased) : FactData;

public sealed record SubmissionFollowUpData(FollowUpKind FollowUp, DateOnly On) : FactData;

public sealed record SubmissionRevealedData(string Why) : FactData;
