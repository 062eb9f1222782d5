using Domain.Cases;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Bindings;

/// <summary>The line of a request's trace row: who, why, how.</summary>
public static class BindingTrace
{
    /// <returns>Empty where kind, actor and time say everything.</returns>
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            BindingFacts.Asked when row.Read<BindingAskedData>() is var data => $"{data.As.Chinese()}，{data.Authority.Chinese()}",
            BindingFacts.Entered when row.Read<BindingEnteredData>() is var data => $"{data.As.Chinese()}，{data.Authority.Chinese()}",
            BindingFacts.MissingAsked when row.Read<BindingMissingData>() is var data =>
                $"{data.Count} 项，至 {ChinaTime.ShortDay(data.Until)}",
            BindingFacts.Approved when row.Read<BindingApprovedData>() is var data => Words(data),
            BindingFacts.Ended => row.Read<BindingEndedData>().End.Chinese(),
            _ => SupervisionFacts.Words(row, BindingNotices.Words.Act) ?? HandlingTrace.Words(row),
        };

    private static string Words(BindingApprovedData data) =>
        (data.Changed ? "改为" : "")
        + data.Authority.Chinese()
        + (data.Items.Length > 0 ? $"：{data.Items}" : "")
        + (data.EndsOn is { } day ? $"，至 {ChinaTime.ShortDay(day)}" : "");
}
