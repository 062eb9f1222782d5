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

    private static string Confirmed(TaskConfirmedData data) =>
        $"{string.Join('、', data.Documents.Select(d => d.Title))}，{data.Recipients} 人";

    private static string Viewed(DocumentViewedData data) => $"{data.Serial}《{data.Title}》";
}
