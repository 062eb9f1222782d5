using System.Globalization;
using Domain.Calendar;
using Domain.Figures;
using Domain.WorkOrders;
using Infrastructure.WorkOrders;

namespace Infrastructure.Figures;

/// <summary>The indicators of a unit in a period (domain facts §7.3); each shares its base, so that 100 % of one is not taken for more.</summary>
/// <param name="Open">Now, whatever the period.</param>
/// <param name="Late">Of these, past their limit.</param>
/// <param name="OnTime">按期办结率: closed within the limit ÷ dispatched orders whose limit fell in the period; those still open count as late.</param>
/// <param name="Unanswered">Of the dispatched orders whose limit fell in the period, those still open.</param>
/// <param name="Content">满意率: satisfied or basically satisfied ÷ rated in the period.</param>
/// <param name="FirstReply">首次答复: working days from receipt, of dispatched orders first replied to in the period.</param>
/// <param name="Supervised">督办率: climbed at least to level 1 ÷ dispatched orders whose limit fell in the period.</param>
/// <param name="Repeated">重复诉求率: repeated complaints ÷ received in the period.</param>
/// <param name="Restarts">How often the clock of orders received in the period began anew; <paramref name="Reopens"/>,
/// <paramref name="Merged"/> likewise.</param>
public sealed record Indicators(
    long Received,
    long Closed,
    long Open,
    long Late,
    Share OnTime,
    long Unanswered,
    Share Content,
    AnswerTime FirstReply,
    Share Supervised,
    Share Repeated,
    long Restarts,
    long Reopens,
    long Merged
)
{
    public static readonly FigureMetric[] OfPeriod =
    [
        FigureMetric.Received,
        FigureMetric.Closed,
        FigureMetric.Rated,
        FigureMetric.FirstReply,
        FigureMetric.Repeated,
        FigureMetric.Restarted,
        FigureMetric.Reopened,
        FigureMetric.Merged,
    ];

    /// <summary>By the day of the limit: of today's it is not known yet.</summary>
    public static readonly FigureMetric[] OfLimits = [FigureMetric.Due, FigureMetric.Supervised];

    /// <param name="period">Sums of <see cref="OfPeriod"/> in it.</param>
    /// <param name="limits">Sums of <see cref="OfLimits"/> whose day is over.</param>
    /// <param name="open">Sums of <see cref="FigureMetric.Open"/> by day.</param>
    public static Indicators From(
        IEnumerable<FigureSum> period,
        IEnumerable<FigureSum> limits,
        IEnumerable<FigureSum> open,
        DateOnly today,
        WorkCalendar calendar
    )
    {
        var (sums, fell, now) = (period.ToList(), limits.ToList(), open.ToList());
        var due = Sum(fell, FigureMetric.Due);
        var rated = Sum(sums, FigureMetric.Rated);
        return new Indicators(
            Sum(sums, FigureMetric.Received),
            Sum(sums, FigureMetric.Closed),
            now.Sum(o => o.Value),
            now.Where(o => o.Day < today).Sum(o => o.Value),
            new Share(Sum(fell, FigureMetric.Due, nameof(DueOutcome.OnTime)), due),
            Sum(fell, FigureMetric.Due, nameof(DueOutcome.Open)),
            new Share(rated - Sum(sums, FigureMetric.Rated, nameof(Satisfaction.Dissatisfied)), rated),
            AnswerTime.From(sums, calendar),
            new Share(Sum(fell, FigureMetric.Supervised), due),
            new Share(Sum(sums, FigureMetric.Repeated), Sum(sums, FigureMetric.Received)),
            Sum(sums, FigureMetric.Restarted),
            Sum(sums, FigureMetric.Reopened),
            Sum(sums, FigureMetric.Merged)
        );
    }

    private static int Sum(List<FigureSum> sums, FigureMetric metric, string? tag = null) =>
        (int)sums.Where(s => s.Metric == metric && (tag is null || s.Tag == tag)).Sum(s => s.Value);
}

/// <summary>An average of working days, with what it is the average of.</summary>
public sealed record AnswerTime(long WorkingDays, long Orders)
{
    public decimal? Average => Orders == 0 ? null : Math.Round((decimal)WorkingDays / Orders, 1, MidpointRounding.AwayFromZero);

    public static AnswerTime From(IEnumerable<FigureSum> sums, WorkCalendar calendar)
    {
        var (days, orders) = (0L, 0L);
        foreach (var sum in sums.Where(s => s.Metric == FigureMetric.FirstReply))
        {
            var ends = sum.Tag.Split('-');
            days += sum.Value * Math.Max(0, calendar.WorkingDaysBetween(Day(ends[0]), Day(ends[1])));
            orders += sum.Value;
        }

        return new AnswerTime(days, orders);
    }

    /// <returns>1.4; — without orders.</returns>
    public override string ToString() => Average is { } average ? average.ToString("0.0", CultureInfo.InvariantCulture) : "—";

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);
}
