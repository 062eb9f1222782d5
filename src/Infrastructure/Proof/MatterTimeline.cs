using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Notifications;

namespace Infrastructure.Proof;

public enum MatterSide
{
    Requester,
    Court,
    System,
    Notice,
}

/// <summary>One thing that happened.</summary>
/// <param name="Who">Masked for the requester; empty for the system.</param>
/// <param name="Text">What was said, or the notice's way.</param>
public sealed record MatterEvent(
    DateTimeOffset At,
    Guid OrderId,
    string OrderNumber,
    MatterSide Side,
    string Title,
    string Who,
    string Text,
    bool IsBad
);

/// <summary>All that happened to several orders as one story, the oldest first; from the trace, so that nothing can be left out.</summary>
internal static class MatterTimeline
{
    /// <summary>Looks of staff, and what colleagues wrote to each other, are not what the requester complains about.</summary>
    private static readonly HashSet<string> s_inside = [WorkOrderFacts.Noted, WorkOrderFacts.PhoneRevealed, WorkOrderFacts.MattersViewed];

    public static IEnumerable<MatterEvent> Of(
        IReadOnlyList<WorkOrder> orders,
        ILookup<Guid, TraceRow> trace,
        IReadOnlyDictionary<Guid, WorkOrderEntry> entries,
        IReadOnlyList<FormerRating> ratings,
        IReadOnlyList<NoticeFate> notices
    )
    {
        var happened =
            from order in orders
            from row in trace[order.Id]
            where !s_inside.Contains(row.Kind)
            select Happened(order, row, entries, ratings);
        return happened.Concat(notices.Select(Sent)).OrderBy(e => e.At).ThenBy(e => e.Side == MatterSide.Notice);
    }

    private static MatterEvent Happened(
        WorkOrder order,
        TraceRow row,
        IReadOnlyDictionary<Guid, WorkOrderEntry> entries,
        IReadOnlyList<FormerRating> ratings
    )
    {
        var side = row.ActorKind switch
        {
            ActorKind.Litigant => MatterSide.Requester,
            ActorKind.Staff when row.Kind is WorkOrderFacts.Received or HandlingFacts.Urged => MatterSide.Requester,
            ActorKind.Staff => MatterSide.Court,
            _ => MatterSide.System,
        };
        var who = row.ActorKind switch
        {
            ActorKind.Litigant => Masking.Name(row.ActorName),
            ActorKind.Staff when side == MatterSide.Requester => $"{row.ActorName} 代 {Masking.Name(order.RequesterName)}",
            ActorKind.Staff => row.ActorName,
            _ => "",
        };
        var said = row.Kind switch
        {
            WorkOrderFacts.Received => order.Text,
            WorkOrderFacts.Rated => ratings.FirstOrDefault(r => r.WorkOrderId == order.Id && r.Sequence == row.Sequence) is { } former
                ? former.Words ?? ""
                : order.SatisfactionWords ?? "",
            _ => row.EntryId is { } id && entries.TryGetValue(id, out var entry) && entry.IsForLitigant ? entry.Text : "",
        };
        return new MatterEvent(
            row.At,
            order.Id,
            order.Number,
            side,
            WorkOrderFacts.Chinese(row.Kind),
            who,
            string.Join('：', new[] { WorkOrderTrace.Words(row), said }.Where(w => w.Length > 0)),
            row.Kind == WorkOrderFacts.Answered && row.At >= order.DueAt
        );
    }

    private static MatterEvent Sent(NoticeFate fate) =>
        new(
            fate.Notice.CreatedAt,
            fate.Notice.SubjectId!.Value,
            fate.OrderNumber,
            MatterSide.Notice,
            $"{fate.Notice.Channel.Chinese()}通知：{fate.Title}",
            $"给 {fate.Name} {fate.Number}".TrimEnd(),
            string.Join(
                " → ",
                fate.Steps.Select(
                    (step, i) => i == 0 ? step.Words : $"{step.Words} {ChinaTime.DayOf(step.At):MM-dd} {ChinaTime.Clock(step.At)}"
                )
            ),
            fate.HasFailed
        );
}
