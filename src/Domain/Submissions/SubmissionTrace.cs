using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Submissions;

/// <summary>The line of a submission's trace row: who, why, how.</summary>
public static class SubmissionTrace
{
    /// <returns>Empty where kind, actor and time say everything.</returns>
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            SubmissionFacts.Sent when row.Read<SubmissionSentData>() is var data => $"{data.What.Chinese()}，{data.Files} 个文件",
            SubmissionFacts.MissingAsked or SubmissionFacts.MissingAskedAgain when row.Read<SubmissionMissingData>() is var data =>
                $"{data.Count} 项，至 {ChinaTime.ShortDay(data.Until)}{(data.Why.Length > 0 ? $"，原因：{data.Why}" : "")}",
            SubmissionFacts.Supplemented => $"{row.Read<SubmissionSupplementedData>().Files} 个文件",
            SubmissionFacts.Accepted when row.Read<SubmissionAcceptedData>() is var data => data.IsReleased ? "同时发给其他当事人" : "",
            SubmissionFacts.FollowUpDone when row.Read<SubmissionFollowUpData>() is var data =>
                $"{data.FollowUp.Chinese()}，{ChinaTime.ShortDay(data.On)}",
            SubmissionFacts.AccountRevealed => row.Read<SubmissionRevealedData>().Why,
            _ => SupervisionFacts.Words(row, SubmissionNotices.Words.Act) ?? HandlingTrace.Words(row),
        };
}
