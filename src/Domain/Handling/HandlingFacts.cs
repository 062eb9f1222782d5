namespace Domain.Handling;

/// <summary>What the acts of handling leave in the trace of any kind of thing.</summary>
public static class HandlingFacts
{
    public const string Urged = "urged";
    public const string Transferred = "transferred";
    public const string Reassigned = "reassigned";
    public const string Returned = "returned";
    public const string Assigned = "assigned";
    public const string Restarted = "restarted";
    public const string ExtensionRequested = "extension_requested";
    public const string ExtensionApproved = "extension_approved";
    public const string ExtensionRefused = "extension_refused";
    public const string Remarked = "remarked";
    public const string ReassignmentAsked = "reassignment_asked";
    public const string ReassignmentRefused = "reassignment_refused";
    public const string Reopened = "reopened";
    public const string ReviewClosed = "review_closed";
    public const string Explained = "explained";
    public const string Merged = "merged";
    public const string TookOver = "took_over";

    /// <summary>It has another owner now: the four ways of handing over.</summary>
    public static readonly IReadOnlyList<string> HandOvers = [Transferred, Reassigned, Returned, Assigned];

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Urged => "催办",
            Transferred => "转办",
            Reassigned => "改派",
            Returned => "退回",
            Assigned => "分派",
            Restarted => "重新计算期限",
            ExtensionRequested => "申请延期",
            ExtensionApproved => "批准延期",
            ExtensionRefused => "不批准延期",
            Remarked => "领导批注",
            ReassignmentAsked => "申请改派",
            ReassignmentRefused => "不同意改派",
            Reopened => "重新办理",
            ReviewClosed => "复核：无需重办",
            Explained => "向当事人说明",
            Merged => "已并入",
            TookOver => "并单",
            _ => kind,
        };
}
