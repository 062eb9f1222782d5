namespace Domain.Figures;

/// <summary>What a figure counts (指标). The day, and the tag where there is one, are named with each.</summary>
public enum FigureMetric : short
{
    /// <summary>By day of receipt. Merged and answered-at-once orders count.</summary>
    Received = 1,

    /// <summary>By day of receipt, of a whole court; tag <c>WeChat.Complaint</c>: channel and category.</summary>
    ReceivedKind = 2,

    /// <summary>By day of receipt, of a whole court; tag is the ten minutes of the day, 0 to 143.</summary>
    ReceivedAt = 3,

    /// <summary>A gauge: open now, by the day of the limit; tag is the level told, 0 to 3.</summary>
    Open = 4,

    /// <summary>By day of closing.</summary>
    Closed = 5,

    /// <summary>Dispatched orders by the day of their limit; tag one of <see cref="DueOutcome"/>, at the end of that day.</summary>
    Due = 6,

    /// <summary>By day of rating; tag is the <see cref="WorkOrders.Satisfaction"/>.</summary>
    Rated = 7,

    /// <summary>
    /// Dispatched orders by day of the first reply; tag <c>20261118-20261120</c>: received and replied. The working days
    /// between are counted when read, so that a corrected calendar corrects them too.
    /// </summary>
    FirstReply = 8,

    /// <summary>Orders that climbed, by the day on which the first level was told; tag is the highest level told on that day, 1 to 3.</summary>
    Supervised = 9,

    /// <summary>How often the clock began anew with a recorded reason, by the day on which it did.</summary>
    Restarted = 10,

    /// <summary>How often an order was reopened (回头看), by the day on which it was.</summary>
    Reopened = 11,

    /// <summary>By the day of merging. Merged orders count as received, but neither on time nor late: the main one answers for them.</summary>
    Merged = 12,

    /// <summary>Repeated complaints (重复诉求), by day of receipt.</summary>
    Repeated = 13,

    /// <summary>A gauge: cases open now, without a day. The owner is the judge, empty while there is none.</summary>
    CasesOpen = 14,

    /// <summary>Cases filed less cases closed, by day.</summary>
    CasesMoved = 15,

    /// <summary>Orders that became open less those that ceased to be, by day: how many were open at the end of a past one.</summary>
    OpenMoved = 16,

    /// <summary>The same of late orders: one becomes late on the day after its limit.</summary>
    LateMoved = 17,

    /// <summary>Services (送达) by the day they began; tag is the <see cref="DocumentService.ServiceState"/>. The owner is the clerk.</summary>
    Served = 20,

    /// <summary>Attempts by the day they were queued; tag <c>SmsLink.Succeeded</c>: channel and <see cref="ServedOutcome"/>.</summary>
    ServiceAttempts = 21,

    /// <summary>Failed attempts by the day they were queued; tag <c>SmsLink.EMPTY</c>: channel and the gateway's code.</summary>
    ServiceFailures = 22,

    /// <summary>Services with an effective date, by the day they began; tag is the calendar days until then.</summary>
    ServiceTook = 23,
}

public static class FigureMetrics
{
    /// <summary>Says how it stands now: follows every change.</summary>
    public static bool IsGauge(this FigureMetric metric) => metric is FigureMetric.Open or FigureMetric.CasesOpen;

    /// <summary>Ups and downs that are added up over days: one that concerns a day that is over is booked on the day that brought it.</summary>
    public static bool IsMovement(this FigureMetric metric) =>
        metric is FigureMetric.OpenMoved or FigureMetric.LateMoved or FigureMetric.CasesMoved;
}

/// <summary>What has become of an attempt to serve.</summary>
public enum ServedOutcome
{
    Waiting,

    /// <summary>Arrived, opened or signed for.</summary>
    Succeeded,
    Failed,
}

/// <summary>How it stands with the limit of a dispatched order.</summary>
public enum DueOutcome
{
    OnTime,

    /// <summary>Not closed within the limit; of a limit to come: not closed yet.</summary>
    Missed,
}
