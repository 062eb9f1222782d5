using Domain.Shared;

namespace Domain.DocumentService;

/// <param name="Before">What held until then: the court's own order, or the national one.</param>
public sealed record FallbackSetData(
    Guid CourtId,
    DocumentKind Kind,
    IReadOnlyList<FallbackStep> Before,
    IReadOnlyList<FallbackStep> Steps,
    string Reason
) : FactData;

/// <param name="Steps">The court's own order, which holds no more.</param>
public sealed record FallbackLiftedData(Guid CourtId, DocumentKind Kind, IReadOnlyList<FallbackStep> Steps, string Reason) : FactData;

/// <summary>The words of the trace of an order of channels, made from the data of its rows.</summary>
public static class FallbackTrace
{
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            FallbackFacts.Set => Set(row.Read<FallbackSetData>()),
            FallbackFacts.Lifted => Lifted(row.Read<FallbackLiftedData>()),
            _ => "",
        };

    private static string Set(FallbackSetData data) =>
        $"{FallbackSteps.Words(data.Before)} 改为 {FallbackSteps.Words(data.Steps)}，{data.Reason}";

    private static string Lifted(FallbackLiftedData data) => $"取消单独规定的 {FallbackSteps.Words(data.Steps)}，{data.Reason}";
}
