using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>The line of an order's trace row: who, why, how.</summary>
public static class WorkOrderTrace
{
    /// <returns>Empty where kind, actor and time say everything.</returns>
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            WorkOrderFacts.Received => Words(row.Read<ReceivedData>()),
            WorkOrderFacts.Dispatched => row.Read<DispatchedData>().To.ToString(),
            WorkOrderFacts.Interim => row.Read<InterimData>().AsksForMore ? "请当事人补充" : "",
            WorkOrderFacts.Answered => Words(row.Read<AnsweredData>()),
            WorkOrderFacts.AnswerRead => row.Data.Length == 0 ? "" : $"由短信里的链接，已验手机码 {row.Read<AnswerReadByLinkData>().Phone}",
            WorkOrderFacts.Rated => Words(row.Read<RatedData>()),
            WorkOrderFacts.ReportedLate => Words(row.Read<ReportedLateData>()),
            WorkOrderFacts.PhoneRevealed or WorkOrderFacts.MattersViewed or WorkOrderFacts.MarkedUrgent => row.Read<ReasonData>().Reason,
            WorkOrderFacts.SupervisedByLeader => Words(row.Read<SupervisedByLeaderData>()),
            _ => SupervisionFacts.Words(row, WorkOrderNotices.Words.Act) ?? HandlingTrace.Words(row),
        };

    private static string Words(ReceivedData data) =>
        data.ReplyWay == ReplyWay.Usual ? data.Channel.Chinese() : $"{data.Channel.Chinese()}，回复方式：{data.ReplyWay.Chinese()}";

    private static string Words(AnsweredData data) =>
        string.Join('，', new[] { data.Means == AnswerMeans.Sms ? "以短信答复" : "", Words(data.Form) }.Where(w => w.Length > 0));

    private static string Words(AnswerForm form) =>
        form switch
        {
            AnswerForm.Whole => "短信发全文",
            AnswerForm.Voice => "打电话播报",
            _ => "",
        };

    private static string Words(RatedData data) => data.Satisfaction.Chinese() + (data.Way == RatingWay.Survey ? "，由评价链接" : "");

    private static string Words(ReportedLateData data) =>
        $"向 {string.Join('、', data.To.Select(SupervisionWords.Titled))} 汇报，超期 {data.WorkingDaysLate} 个工作日";

    private static string Words(SupervisedByLeaderData data)
    {
        var late = data.WorkingDaysLate > 0 ? $"超期 {data.WorkingDaysLate} 个工作日" : "已超期";
        return data.Together == 1 ? late : $"{late}，与另外 {data.Together - 1} 件一并通知 {data.OwnerName}";
    }
}
