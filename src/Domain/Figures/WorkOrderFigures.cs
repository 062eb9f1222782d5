using System.Globalization;
using Domain.Shared;

namespace Domain.Figures;

/// <summary>
/// What an order adds to the figures as it stands. Every figure is the sum of this over all orders, so each can be
/// reproduced from them and the <see cref="FigureCarry">carries</see>; a change of an order adds the difference.
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
        var closed = order.ClosedAt is { } at ? ChinaTime.DayOf(at) : (DateOnly?)null;
        yield return ByOwner(FigureMetric.OpenMoved, received);
        if (closed is { } day)
        {
            yield return ByOwner(FigureMetric.Closed, day);
            yield return ByOwner(FigureMetric.OpenMoved, day) with
            {
                Value = -1,
            };
        }
        else
            yield return ByOwner(FigureMetric.Open, order.DueDay, Number(order.Level));
        if (closed is null || closed > order.DueDay)
            yield return ByOwner(FigureMetric.LateMoved, order.DueDay.AddDays(1));
        if (closed > order.DueDay)
            yield return ByOwner(FigureMetric.LateMoved, closed.Value) with
            {
                Value = -1,
            };
        if (answersForItself)
            yield return ByOwner(FigureMetric.Due, order.DueDay, OutcomeOf(order).ToString());
        if (answersForItself && order.Level > 0)
            yield return ByOwner(FigureMetric.Supervised, ChinaTime.DayOf(order.Level1At), Number(order.Level));
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
        if (order.IsMerged && closed is { } merged)
            yield return ByOwner(FigureMetric.Merged, merged);
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

    private static DueOutcome OutcomeOf(CountedOrder order) => order.ClosedAt < order.DueAt ? DueOutcome.OnTime : DueOutcome.Missed;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
