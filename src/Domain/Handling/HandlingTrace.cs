using Domain.Shared;

namespace Domain.Handling;

/// <summary>The line of a trace row of an act of handling.</summary>
public static class HandlingTrace
{
    /// <returns>Empty where kind, actor and time say everything, and for kinds that are not of handling.</returns>
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            HandlingFacts.Transferred or HandlingFacts.Reassigned or HandlingFacts.Returned or HandlingFacts.Assigned =>
                row.Read<HandedOverData>().To.ToString(),
            HandlingFacts.Urged => $"第 {row.Read<UrgedData>().Count} 次",
            HandlingFacts.Restarted => Words(row.Read<RestartedData>()),
            HandlingFacts.ExtensionRequested => Words(row.Read<ExtensionRequestedData>()),
            HandlingFacts.ExtensionApproved => Words(row.Read<ExtensionApprovedData>()),
            HandlingFacts.ReassignmentAsked => row.Read<ReassignmentAskedData>().Reason,
            HandlingFacts.ExtensionRefused or HandlingFacts.ReassignmentRefused => row.Read<ReasonData>().Reason,
            HandlingFacts.Reopened => Words(row.Read<ReopenedData>()),
            HandlingFacts.Merged => Words(row.Read<MergedData>()),
            HandlingFacts.TookOver => Words(row.Read<TookOverData>()),
            _ => "",
        };

    /// <summary>What the end of a duplicate says, in the trace as in its conversation.</summary>
    public static string Words(MergedData data) => $"并入 {data.MainNumber}";

    private static string Words(RestartedData data) => $"{Moved(data.Before, data.DueDay)}，第 {data.Count} 次，原因：{data.Reason}";

    private static string Words(ExtensionRequestedData data) => $"{data.Days} 个工作日，{data.Reason}";

    private static string Words(ExtensionApprovedData data) =>
        Moved(data.Before, data.DueDay) + (data.Remark.Length > 0 ? $"，{data.Remark}" : "");

    private static string Words(ReopenedData data) => $"第 {data.Count} 次，{data.To}";

    private static string Words(TookOverData data) =>
        $"{data.Number} 并入本件{(data.UrgesTakenOver > 0 ? $"，共催办 {data.Urges} 次" : "")}";

    private static string Moved(DateOnly before, DateOnly due) => $"{ChinaTime.ShortDay(before)} → {ChinaTime.ShortDay(due)}";
}
