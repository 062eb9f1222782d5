using Domain.Shared;
using Domain.Supervision;

namespace Domain.DocumentService;

/// <summary>A clerk owes what no channel reached.</summary>
/// <param name="Tried">What the channels came to.</param>
public sealed record DutyOpenedData(ServiceDutyKind Kind, Guid ServiceId, Guid ClerkId, IReadOnlyList<TriedWay> Tried, DateOnly DueDay)
    : FactData;

/// <param name="How">已邮寄, 已送达, 已撤回.</param>
public sealed record DutyEndedData(string How, bool WasLate) : FactData;

/// <summary>The words of a duty's trace, made from the data of its rows.</summary>
public static class ServiceDutyTrace
{
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            ServiceDutyFacts.Opened => ServiceTrace.Tried(row.Read<DutyOpenedData>().Tried),
            ServiceDutyFacts.Ended => row.Read<DutyEndedData>().How,
            _ => SupervisionFacts.Words(row, "办理") ?? "",
        };
}
