using Domain.Calendar;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Notifications;

namespace Infrastructure.Proof;

/// <summary>Whether anybody answered, in figures. Orders that were merged into another count with that one.</summary>
/// <param name="FirstReply">Working days from the message to the first reply or answer, of the slowest; null when none was replied to.</param>
/// <param name="NotReplied">Open orders without a word from the court.</param>
/// <param name="Late">Answered after the limit, or open past it.</param>
public sealed record MatterFigures(
    int Orders,
    int Open,
    int? FirstReply,
    int NotReplied,
    int Late,
    int Urges,
    int Delivered,
    int NotDelivered,
    int UnderWay
)
{
    internal static MatterFigures Of(
        IReadOnlyList<WorkOrder> orders,
        ILookup<Guid, TraceRow> trace,
        IReadOnlyList<NoticeFate> notices,
        WorkCalendar calendar,
        DateTimeOffset now
    )
    {
        var own = orders.Where(o => !o.IsMerged).ToList();
        var replies = own.Select(o =>
                (Order: o, At: trace[o.Id].FirstOrDefault(r => r.Kind is WorkOrderFacts.Interim or WorkOrderFacts.Answered)?.At)
            )
            .ToList();
        return new MatterFigures(
            orders.Count,
            own.Count(o => !o.IsClosed),
            replies
                .Where(r => r.At is not null)
                .Max(r => (int?)calendar.WorkingDaysBetween(ChinaTime.DayOf(r.Order.ReceivedAt), ChinaTime.DayOf(r.At!.Value))),
            replies.Count(r => r.At is null),
            own.Count(o => (o.ClosedAt ?? now) >= o.DueAt),
            trace.Sum(rows => rows.Count(r => r.Kind == HandlingFacts.Urged)),
            notices.Count(n => n.State == NoticeState.Delivered && n.Notice.Channel != NoticeChannel.InApp), // an inbox proves nothing until it is opened
            notices.Count(n => n.HasFailed),
            notices.Count(n => n.IsUnderWay)
        );
    }
}
