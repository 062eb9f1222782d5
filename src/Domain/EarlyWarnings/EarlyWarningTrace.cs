using Domain.Shared;
using Domain.Supervision;

namespace Domain.EarlyWarnings;

/// <summary>The line of a trace row of a warning or of a list of words: who, why, how.</summary>
public static class EarlyWarningTrace
{
    /// <returns>Empty where kind, actor and time say everything.</returns>
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            EarlyWarningFacts.Raised => row.Read<WarningRaisedData>().Level.Chinese(),
            EarlyWarningFacts.StepDone => Words(row.Read<WarningStepData>()),
            EarlyWarningFacts.HandedOver when row.Read<WarningHandedOverData>() is var data => $"{data.Step.Step()}：{data.OwnerName}",
            EarlyWarningFacts.LevelChanged when row.Read<WarningLevelData>() is var data =>
                $"{data.Before.Chinese()} → {data.Level.Chinese()}",
            EarlyWarningFacts.CalledAgain => Words(row.Read<WarningCalledData>()),
            EarlyWarningFacts.WordsSaved => Words(row.Read<WarningWordsData>()),
            _ => SupervisionFacts.Words(row, EarlyWarningNotices.Words.Act) ?? "",
        };

    private static string Words(WarningStepData data) => $"{data.Step.Step()}，下一步{data.Next.Step()}：{data.OwnerName}";

    private static string Words(WarningCalledData data) =>
        data.Called.Count > 0 ? string.Join('、', data.Called.Select(c => c.Name)) : "无人可报";

    private static string Words(WarningWordsData data) =>
        string.Join(
            "；",
            new[] { Line("加", data.Added), Line("去掉", data.Dropped), $"原因：{data.Reason}", Approved(data) }.Where(l => l.Length > 0)
        );

    private static string Approved(WarningWordsData data) => data.Approval is { } approval ? $"{approval.ByName} 批准" : "";

    private static string Line(string what, IReadOnlyList<string> words) => words.Count == 0 ? "" : $"{what} {string.Join('、', words)}";
}
