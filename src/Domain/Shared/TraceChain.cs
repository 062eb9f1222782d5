namespace Domain.Shared;

/// <summary>
/// One record's trace, walked from its first row to its last: every row must follow the one before it and still say what it said, and
/// the newest must be the one that the record names. What the rows sealed is gathered on the way, to be compared with what is stored.
/// </summary>
public sealed class TraceChain(ITraceMac mac)
{
    private readonly Dictionary<(string Table, string Key), SealedPart> _sealed = [];
    private readonly List<ChainBreak> _breaks = [];

    public TraceRow? Last { get; private set; }
    public IReadOnlyList<ChainBreak> Breaks => _breaks;

    /// <summary>Each stored row that the chain speaks of, as its newest row left it.</summary>
    public IReadOnlyCollection<SealedPart> Sealed => _sealed.Values;

    /// <returns>What does not agree, for the log; null when everything does.</returns>
    /// <param name="rows">All rows of the record, the oldest first.</param>
    public static ChainBreak? BreakOf(Aggregate record, IEnumerable<TraceRow> rows, ITraceMac mac)
    {
        var chain = new TraceChain(mac);
        foreach (var row in rows)
            chain.Add(row);
        chain.End(record.Version, record.TraceHash);
        return chain.Breaks.Count > 0 ? chain.Breaks[0] : null;
    }

    public void Add(TraceRow row)
    {
        if (Problem(row) is { } problem)
            _breaks.Add(new ChainBreak(row.Sequence, problem));
        Last = row;
        foreach (var part in SealedRow.TryRead(row.Seal)) // where it is no seal of ours, the row's own hash says so already
            _sealed[(part.Table, part.Key)] = new SealedPart(part, row.Sequence);
    }

    /// <param name="version">By the record's own word.</param>
    /// <param name="hash">Of the newest row, by the record's own word.</param>
    public void End(long version, string hash)
    {
        if (Last is null)
            _breaks.Add(new ChainBreak(1, "there is no trace at all"));
        else if (Last.Sequence < version)
            _breaks.Add(
                new ChainBreak(
                    Last.Sequence + 1,
                    $"rows are missing at the end: the record counts {version}, the trace ends at {Last.Sequence}"
                )
            );
        else if (Last.Hash != hash || Last.Sequence != version)
            _breaks.Add(new ChainBreak(Last.Sequence, "the newest row is not the one that the record names"));
    }

    public SealedPart? Find(string table, string key) => _sealed.GetValueOrDefault((table, key));

    private string? Problem(TraceRow row)
    {
        var expected = (Last?.Sequence ?? 0) + 1;
        if (row.Sequence != expected)
            return $"row {expected} is missing";
        if (row.PreviousHash != (Last?.Hash ?? ""))
            return "does not follow the row before it";
        if (!mac.Knows(row.KeyId))
            return $"made with a key that is not known here ({row.KeyId})";
        return row.IsIntact(mac) ? null : "the row was changed after it was written";
    }
}

/// <param name="Sequence">The row at which it shows.</param>
public sealed record ChainBreak(long Sequence, string Problem)
{
    public override string ToString() => $"row {Sequence}: {Problem}";
}

/// <param name="Sequence">The row that left it so.</param>
public sealed record SealedPart(SealedRow Row, long Sequence);
