using Domain.Calendar;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;

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
    internal static MatterFigures Of(IReadOnlyCollection<Matter> matters, WorkCalendar calendar, DateTimeOffset now)
    {
        var (unmerged, notices) = (matters.Where(m => !m.Order.IsMerged).ToList(), matters.SelectMany(m => m.Notices).ToList());
        var own = unmerged.ConvertAll(m => m.Order);
        var replies = unmerged.ConvertAll(m =>
            (m.Order, m.Trace.FirstOrDefault(r => r.Kind is WorkOrderFacts.Interim or WorkOrderFacts.Answered)?.At)
        );
        return new MatterFigures(
            matters.Count,
            own.Count(o => !o.IsClosed),
            replies
                .Where(r => r.At is not null)
                .Max(r => (int?)calendar.WorkingDaysBetween(ChinaTime.DayOf(r.Order.ReceivedAt), ChinaTime.DayOf(r.At!.Value))),
            replies.Count(r => r.At is null),
            own.Count(o => (o.ClosedAt ?? now) >= o.DueAt),
            matters.Sum(m => m.Trace.Count(r => r.Kind == HandlingFacts.Urged)),
            notices.Count(n => n.State == NoticeState.Delivered && n.Notice.Channel != NoticeChannel.InApp), // an inbox proves nothing until it is opened
            notices.Count(n => n.HasFailed),
            notices.Count(n => n.IsUnderWay)
        );
    }
}
