using System.Linq.Expressions;
using Domain.WorkOrders;

namespace Domain.Figures;

/// <summary>What the figures know of an order: nothing else about it can change a figure.</summary>
public sealed record CountedOrder(
    Channel Channel,
    Category Category,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset DueAt,
    DateOnly DueDay,
    int Level,
    DateTimeOffset Level1At,
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
        o.Channel,
        o.Category,
        o.ReceivedAt,
        o.DispatchedAt,
        o.DueAt,
        o.DueDay,
        o.Level,
        o.Level1At,
        o.FirstReplyAt,
        o.ClosedAt,
        o.Satisfaction,
        o.RatedAt,
        o.RestartCount,
        o.ReopenCount,
        o.MergedIntoId != null,
        o.IsRepeat
    )
    {
        Id = o.Id,
        CourtId = o.CountsInCourtId ?? o.CourtId,
        DivisionId = o.CountsInDivisionId ?? o.DivisionId,
        OwnerId = o.OwnerId,
    };

    private static readonly Func<WorkOrder, CountedOrder> s_of = From.Compile();

    public required Guid Id { get; init; }
    public required Guid CourtId { get; init; }
    public required Guid DivisionId { get; init; }
    public required Guid OwnerId { get; init; }

    public static CountedOrder Of(WorkOrder order) => s_of(order);
}
