using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Portal.WorkOrders;

/// <summary>A row of an order's trace in words, the same on the screen and on paper.</summary>
internal static class TraceWords
{
    /// <summary>二级督办 分管院领导; whom and why stands in the line below.</summary>
    public static string Heading(TraceRow row)
    {
        if (row.Kind != SupervisionFacts.Supervised)
            return WorkOrderFacts.Chinese(row.Kind);
        var told = row.Read<ToldData>();
        return $"{SupervisionWords.Level(told.Level)}督办 {(told.Told is [{ Role: { } post }, ..] ? post.Chinese() : "无人可报")}";
    }

    /// <returns>Who, and what else is to be said; empty for nothing.</returns>
    public static string Small(TraceRow row, bool isSensitive)
    {
        if (row.Kind == SupervisionFacts.Supervised)
        {
            var told = row.Read<ToldData>();
            var names = string.Join('、', told.Told.Select(p => p.Name));
            return Joined(names, SupervisionWords.Skipped(told.Skipped));
        }

        var who = row.ActorKind switch
        {
            ActorKind.System => "",
            ActorKind.Litigant => ShownName.Of(row.ActorName, isSensitive),
            _ => row.ActorName,
        };
        return Joined(who, WorkOrderTrace.Words(row));
    }

    private static string Joined(params string[] words) => string.Join('，', words.Where(w => w.Length > 0));
}
