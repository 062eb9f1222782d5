using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>The words of a task's trace, made from the data of its rows.</summary>
public static class ServiceTaskTrace
{
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            ServiceFacts.Confirmed => Confirmed(row.Read<TaskConfirmedData>()),
            ServiceFacts.PlansRetried => $"{row.Read<PlansRetriedData>().Plans.Count} 个案件",
            ServiceFacts.Withdrawn => row.Read<WithdrawnData>().Reason,
            ServiceFacts.DocumentViewed => Viewed(row.Read<DocumentViewedData>()),
            _ => "",
        };

    private const int LeftOutNamed = 5;

    private static string Confirmed(TaskConfirmedData data)
    {
        List<string> words = [$"{string.Join('、', data.Documents.Select(d => d.Title))}，{data.Recipients} 人"];
        if (data.LeftOut.Count > 0)
            words.Add(
                $"本次不送 {data.LeftOut.Count} 人：{string.Join('、', data.LeftOut.Take(LeftOutNamed).Select(l => $"{l.Role}（{l.Reason}）"))}"
                    + (data.LeftOut.Count > LeftOutNamed ? "等" : "")
            );
        if (data.Revealed is { } revealed)
            words.Add($"核对了完整的姓名、号码和地址：{revealed.Reason}");
        return string.Join('；', words);
    }

    private static string Viewed(DocumentViewedData data) => $"{data.Serial}《{data.Title}》";
}
