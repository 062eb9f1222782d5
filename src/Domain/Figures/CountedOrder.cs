using System.Linq.Expressions;
using Domain.WorkOrders;

namespace Domain.Figures;

/// <summary>What the figures know of an order: nothing else about it can change a figure.</summary>
public sealed record CountedOrder(
    Guid Id,
    Guid CourtId,
    Guid DivisionId,
    Guid OwnerId,
    Channel Channel,
    Category Category,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset DueAt,
    DateOnly DueDay,
    int Level,
    DateTimeOffset? FirstReplyAt,
    DateTimeOffset? ClosedAt,
    Satisfaction? Satisfaction,
    DateTimeOffset? RatedAt,
    int Restarts,
    int Reopens,
    bool IsMerged,
    bool IsRepeat
)
{
    public static readonly Expression<Func<WorkOrder, CountedOrder>> From = o => new CountedOrder(
        o.Id,
        o.CountsInCourtId ?? o.CourtId,
        o.CountsInDivisionId ?? o.DivisionId,
        o.OwnerId,
        o.Channel,
        o.Category,
        o.ReceivedAt,
        o.DispatchedAt,
        o.DueAt,
        o.DueDay,
        o.Level,
        o.FirstReplyAt,
        o.ClosedAt,
        o.Satisfaction,
        o.RatedAt,
        o.RestartCount,
        o.ReopenCount,
        o.MergedIntoId != null,
        o.IsRepeat
    );

    private static readonly Func<WorkOrder, CountedOrder> s_of = From.Compile();

    public static CountedOrder Of(WorkOrder order) => s_of(order);
}
