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

    public static IEnumerable<MatterEvent> Of(IReadOnlyCollection<Matter> matters)
    {
        var happened = from matter in matters from row in matter.Trace where !s_inside.Contains(row.Kind) select Happened(matter, row);
        return happened.Concat(matters.SelectMany(m => m.Notices).Select(Sent)).OrderBy(e => e.At).ThenBy(e => e.Side == MatterSide.Notice);
    }

    private static MatterEvent Happened(Matter matter, TraceRow row)
    {
        var order = matter.Order;
        var side = row.ActorKind switch
        {
            ActorKind.Litigant or ActorKind.Partner => MatterSide.Requester,
            ActorKind.Staff when row.Kind is WorkOrderFacts.Received or HandlingFacts.Urged => MatterSide.Requester,
            ActorKind.Staff => MatterSide.Court,
            _ => MatterSide.System,
        };
        var who = row.ActorKind switch
        {
            ActorKind.Litigant => ShownName.Of(row.ActorName, order.IsSensitive),
            ActorKind.Staff when side == MatterSide.Requester => $"{row.ActorName} 代 {order.ShownRequester}",
            ActorKind.Partner => $"{row.ActorName} 代 {order.ShownRequester}",
            ActorKind.Staff => row.ActorName,
            _ => "",
        };
        var said = row.Kind switch
        {
            WorkOrderFacts.Received => order.Text,
            WorkOrderFacts.Rated => matter.Ratings.FirstOrDefault(r => r.Sequence == row.Sequence) is { } former
                ? former.Words ?? ""
                : order.SatisfactionWords ?? "",
            _ => matter.Entries.FirstOrDefault(e => e.Id == row.EntryId) is { IsForLitigant: true } entry ? entry.Text : "",
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
