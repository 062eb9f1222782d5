using Domain.Figures;

namespace Infrastructure.Figures;

/// <summary>The orders behind a figure (台账): exactly those that were counted.</summary>
public enum LedgerList
{
    Received,
    Closed,
    Open,
    Late,
    Due,
    Missed,
    Rated,
    Dissatisfied,
    Replied,
    Supervised,
    Repeated,
    Restarted,
    Reopened,
    Merged,
}

public static class LedgerWords
{
    public static string Chinese(this LedgerList list) =>
        list switch
        {
            LedgerList.Rated => "已评价",
            LedgerList.Dissatisfied => "不满意",
            LedgerList.Replied => "首次答复",
            LedgerList.Supervised => "进入督办",
            LedgerList.Repeated => "重复诉求",
            _ => list.Indicator().Name,
        };

    /// <summary>How many are open or late at a moment, not what happened in a period.</summary>
    public static bool IsOfMoment(this LedgerList list) => list is LedgerList.Open or LedgerList.Late;

    /// <summary>Which indicator its rows are counted for.</summary>
    public static Indicator Indicator(this LedgerList list) =>
        list switch
        {
            LedgerList.Received => IndicatorCatalogue.Received,
            LedgerList.Closed => IndicatorCatalogue.Closed,
            LedgerList.Open => IndicatorCatalogue.Open,
            LedgerList.Late => IndicatorCatalogue.Late,
            LedgerList.Due => IndicatorCatalogue.Due,
            LedgerList.Missed => IndicatorCatalogue.Missed,
            LedgerList.Rated or LedgerList.Dissatisfied => IndicatorCatalogue.Content,
            LedgerList.Replied => IndicatorCatalogue.FirstReply,
            LedgerList.Supervised => IndicatorCatalogue.Supervised,
            LedgerList.Repeated => IndicatorCatalogue.Repeated,
            LedgerList.Restarted => IndicatorCatalogue.Restarted,
            LedgerList.Reopened => IndicatorCatalogue.Reopened,
            LedgerList.Merged => IndicatorCatalogue.Merged,
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };

    /// <summary>The metric that counts them, and its tag where only some of it.</summary>
    internal static (FigureMetric Metric, string? Tag) Counted(this LedgerList list) =>
        list switch
        {
            LedgerList.Received => (FigureMetric.Received, null),
            LedgerList.Closed => (FigureMetric.Closed, null),
            LedgerList.Open => (FigureMetric.OpenMoved, null),
            LedgerList.Late => (FigureMetric.LateMoved, null),
            LedgerList.Due => (FigureMetric.Due, null),
            LedgerList.Missed => (FigureMetric.Due, nameof(DueOutcome.Missed)),
            LedgerList.Rated => (FigureMetric.Rated, null),
            LedgerList.Dissatisfied => (FigureMetric.Rated, nameof(Domain.WorkOrders.Satisfaction.Dissatisfied)),
            LedgerList.Replied => (FigureMetric.FirstReply, null),
            LedgerList.Supervised => (FigureMetric.Supervised, null),
            LedgerList.Repeated => (FigureMetric.Repeated, null),
            LedgerList.Restarted => (FigureMetric.Restarted, null),
            LedgerList.Reopened => (FigureMetric.Reopened, null),
            LedgerList.Merged => (FigureMetric.Merged, null),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };
}
