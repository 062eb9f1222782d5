namespace Domain.WorkOrders;

/// <summary>The words of an order's trace.</summary>
public static class WorkOrderFacts
{
    public const string Received = "received";
    public const string Dispatched = "dispatched";
    public const string Read = "read";
    public const string Supplemented = "supplemented";
    public const string Urged = "urged";
    public const string Interim = "interim_reply";
    public const string Noted = "noted";
    public const string Transferred = "transferred";
    public const string Returned = "returned";
    public const string Assigned = "assigned";
    public const string Answered = "answered";
    public const string AnswerRead = "answer_read";
    public const string Rated = "rated";
    public const string PhoneRevealed = "phone_revealed";
    public const string Reminded = "reminded";
    public const string Supervised = "supervised";
    public const string Recounted = "recounted";
    public const string Restarted = "restarted";
    public const string ExtensionRequested = "extension_requested";
    public const string ExtensionApproved = "extension_approved";
    public const string ExtensionRefused = "extension_refused";
    public const string Remarked = "remarked";
    public const string SupervisedByLeader = "supervised_by_leader";
    public const string ReassignmentAsked = "reassignment_asked";
    public const string ReassignmentRefused = "reassignment_refused";
    public const string MattersViewed = "matters_viewed";
    public const string Reopened = "reopened";
    public const string ReviewClosed = "review_closed";
    public const string Explained = "explained";
    public const string Merged = "merged";
    public const string TookOver = "took_over";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Received => "接收",
            Dispatched => "派单",
            Read => "承办人已读",
            Supplemented => "当事人补充",
            Urged => "催办",
            Interim => "先回复，未办结",
            Noted => "内部备注",
            Transferred => "转办",
            Returned => "退回",
            Assigned => "分派",
            Answered => "答复并办结",
            AnswerRead => "当事人已看答复",
            Rated => "满意度评价",
            PhoneRevealed => "查看号码",
            Reminded => "到期前提醒",
            Supervised => "督办",
            Recounted => "期限调整",
            Restarted => "重新计算期限",
            ExtensionRequested => "申请延期",
            ExtensionApproved => "批准延期",
            ExtensionRefused => "不批准延期",
            Remarked => "领导批注",
            SupervisedByLeader => "领导督办",
            ReassignmentAsked => "申请改派",
            ReassignmentRefused => "不同意改派",
            MattersViewed => "查看全部往来",
            Reopened => "重新办理",
            ReviewClosed => "复核：无需重办",
            Explained => "向当事人说明",
            Merged => "已并入",
            TookOver => "并单",
            _ => kind,
        };
}
