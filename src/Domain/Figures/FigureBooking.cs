namespace Domain.Figures;

/// <summary>
/// On which day a change counts: never on one that is over (ADR 14). What an order now says otherwise of a past day is left out of the
/// figures; what it says more than before, or a movement, is booked today.
/// </summary>
/// <param name="Counted">What the figures get.</param>
/// <param name="Carried">The same less what the order says itself.</param>
public sealed record FigureBooking(IReadOnlyList<FigureChange> Counted, IReadOnlyList<FigureChange> Carried)
{
    /// <param name="said">What the subject says now less what it said before.</param>
    public static FigureBooking Of(IReadOnlyCollection<FigureChange> said, DateOnly today)
    {
        var past = said.Where(c => !c.Key.Metric.IsGauge() && c.Key.Day < today).ToList();
        if (past.Count == 0)
            return new([.. said], []);
        Dictionary<FigureKey, long> counted = [];
        counted.Add(said.Except(past));
        foreach (var ofMetric in past.GroupBy(c => c.Key.Metric))
            counted.Add(ofMetric.Key.IsMovement() ? ofMetric.Select(c => On(today, c)) : More([.. ofMetric], today));
        Dictionary<FigureKey, long> carried = new(counted);
        carried.Add(said, times: -1);
        return new(Changes(counted), Changes(carried));
    }

    /// <summary>Several that came instead of as many others change nothing; so many more than before are news of today.</summary>
    private static IEnumerable<FigureChange> More(List<FigureChange> past, DateOnly today)
    {
        var more = past.Sum(c => c.Value);
        if (more > 0)
            yield return On(today, past.MaxBy(c => c.Value)) with
            {
                Value = more,
            };
    }

    private static FigureChange On(DateOnly today, FigureChange change) => change with { Key = change.Key with { Day = today } };

    private static List<FigureChange> Changes(Dictionary<FigureKey, long> sums) =>
        [.. sums.Where(s => s.Value != 0).Select(s => new FigureChange(s.Key, s.Value))];
}
