using System.Globalization;
using Domain.Calendar;
using Domain.Figures;
using Domain.WorkOrders;

namespace Infrastructure.Figures;

/// <summary>
/// The indicators of a unit in a period; what each counts says <see cref="IndicatorCatalogue"/>. Shares show their base, so that 100 % of one is
/// not taken for more.
/// </summary>
/// <param name="Open">Now; of a period that is over at its end. <paramref name="Late"/> likewise.</param>
/// <param name="PerCase">Received ÷ open cases.</param>
public sealed record Indicators(
    long Received,
    long Closed,
    long Open,
    long Late,
    Share OnTime,
    Share Content,
    AnswerTime FirstReply,
    Share Supervised,
    Share Repeated,
    long Restarts,
    long Reopens,
    long Merged,
    Share PerCase
)
{
    internal static readonly FigureMetric[] OfPeriod =
    [
        FigureMetric.Received,
        FigureMetric.Closed,
        FigureMetric.Rated,
        FigureMetric.FirstReply,
        FigureMetric.Supervised,
        FigureMetric.Repeated,
        FigureMetric.Restarted,
        FigureMetric.Reopened,
        FigureMetric.Merged,
    ];

    /// <param name="period">Sums of <see cref="OfPeriod"/> in it.</param>
    /// <param name="due">Sums of <see cref="FigureMetric.Due"/> of the days that are over: of today's it is not known yet.</param>
    internal static Indicators From(
        IReadOnlyCollection<FigureSum> period,
        IReadOnlyCollection<FigureSum> due,
        (long Open, long Late, long Cases) atEnd,
        WorkCalendar calendar
    )
    {
        var (received, rated, fell) = (Sum(period, FigureMetric.Received), Sum(period, FigureMetric.Rated), Sum(due, FigureMetric.Due));
        return new Indicators(
            received,
            Sum(period, FigureMetric.Closed),
            atEnd.Open,
            atEnd.Late,
            new Share(Sum(due, FigureMetric.Due, nameof(DueOutcome.OnTime)), fell),
            new Share(rated - Sum(period, FigureMetric.Rated, nameof(Satisfaction.Dissatisfied)), rated),
            AnswerTime.From(period, calendar),
            new Share(Sum(period, FigureMetric.Supervised), fell),
            new Share(Sum(period, FigureMetric.Repeated), received),
            Sum(period, FigureMetric.Restarted),
            Sum(period, FigureMetric.Reopened),
            Sum(period, FigureMetric.Merged),
            new Share(received, atEnd.Cases)
        );
    }

    private static long Sum(IEnumerable<FigureSum> sums, FigureMetric metric, string? tag = null) =>
        sums.Where(s => s.Metric == metric && (tag is null || s.Tag == tag)).Sum(s => s.Value);
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
