using Domain.Handling;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>What happens to an order besides what happens to anything handled (<see cref="HandlingFacts"/>).</summary>
public static class WorkOrderFacts
{
    public const string Received = "received";
    public const string Dispatched = "dispatched";
    public const string Read = "read";
    public const string Supplemented = "supplemented";
    public const string Interim = "interim_reply";
    public const string Noted = "noted";
    public const string Answered = "answered";
    public const string AnswerRead = "answer_read";
    public const string Rated = "rated";
    public const string PhoneRevealed = "phone_revealed";
    public const string SupervisedByLeader = "supervised_by_leader";
    public const string MattersViewed = "matters_viewed";
    public const string MarkedUrgent = "marked_urgent";
    public const string ReportedLate = "reported_late";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Received => "接收",
            Dispatched => "派单",
            Read => "承办人已读",
            Supplemented => "当事人补充",
            Interim => "先回复，未办结",
            Noted => "内部备注",
            Answered => "答复并办结",
            AnswerRead => "当事人已看答复",
            Rated => "满意度评价",
            PhoneRevealed => "查看号码",
            SupervisedByLeader => "领导督办",
            MattersViewed => "查看全部往来",
            MarkedUrgent => "标为加急",
            ReportedLate => "联络员汇报",
            _ => SupervisionFacts.Chinese(kind) ?? HandlingFacts.Chinese(kind),
        };
}
