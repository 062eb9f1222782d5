using System.Globalization;
using Domain.Shared;

namespace Domain.Figures;

/// <summary>
/// What an order adds to the figures as it stands. Every figure is the sum of this over all orders, so each can be
/// reproduced from them; a change of an order adds the difference.
/// </summary>
public static class WorkOrderFigures
{
    public static readonly TimeSpan Bucket = TimeSpan.FromMinutes(10);

    public static IEnumerable<FigureChange> Of(CountedOrder order)
    {
        var received = ChinaTime.DayOf(order.ReceivedAt);
        var answersForItself = order.DispatchedAt is not null && !order.IsMerged;
        yield return ByOwner(FigureMetric.Received, received);
        yield return OfCourt(FigureMetric.ReceivedKind, received, $"{order.Channel}.{order.Category}");
        yield return OfCourt(FigureMetric.ReceivedAt, received, Number(BucketOf(order.ReceivedAt)));
        if (order.ClosedAt is { } closed)
            yield return ByOwner(FigureMetric.Closed, ChinaTime.DayOf(closed));
        else
            yield return ByOwner(FigureMetric.Open, order.DueDay, Number(order.Level));
        if (answersForItself)
            yield return ByOwner(FigureMetric.Due, order.DueDay, OutcomeOf(order).ToString());
        if (answersForItself && order.Level > 0)
            yield return ByOwner(FigureMetric.Supervised, order.DueDay, Number(order.Level));
        if (answersForItself && order.FirstReplyAt is { } reply)
            yield return ByOwner(FigureMetric.FirstReply, ChinaTime.DayOf(reply), $"{received:yyyyMMdd}-{ChinaTime.DayOf(reply):yyyyMMdd}");
        if (order is { Satisfaction: { } satisfaction, RatedAt: { } rated })
            yield return ByOwner(FigureMetric.Rated, ChinaTime.DayOf(rated), satisfaction.ToString());

        if (order.Restarts > 0)
            yield return ByOwner(FigureMetric.Restarted, received) with
            {
                Value = order.Restarts,
            };
        if (order.Reopens > 0)
            yield return ByOwner(FigureMetric.Reopened, received) with
            {
                Value = order.Reopens,
            };
        if (order.IsMerged)
            yield return ByOwner(FigureMetric.Merged, received);
        if (order.IsRepeat)
            yield return ByOwner(FigureMetric.Repeated, received);

        FigureChange ByOwner(FigureMetric metric, DateOnly day, string tag = "") =>
            new(
                new FigureKey(metric, day, tag)
                {
                    CourtId = order.CourtId,
                    DivisionId = order.DivisionId,
                    OwnerId = order.OwnerId,
                },
                1
            );

        FigureChange OfCourt(FigureMetric metric, DateOnly day, string tag) =>
            new(new FigureKey(metric, day, tag) { CourtId = order.CourtId }, 1);
    }

    /// <returns>Which ten minutes of the day, 0 to 143.</returns>
    public static int BucketOf(DateTimeOffset at) => (int)(ChinaTime.ToLocal(at).TimeOfDay / Bucket);

    private static DueOutcome OutcomeOf(CountedOrder order) =>
        order.ClosedAt is not { } closed ? DueOutcome.Open
        : closed < order.DueAt ? DueOutcome.OnTime
        : DueOutcome.Late;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
