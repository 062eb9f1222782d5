namespace Infrastructure.Tracing;

/// <param name="Subject">What people call the record: its number, or its table and id.</param>
public sealed record TraceBreak(string Subject, long Sequence, string Problem)
{
    public override string ToString() => $"{Subject}, row {Sequence}: {Problem}";
}

/// <summary>What a check of the trace found: each break is told at once and counted, so that many need no room.</summary>
/// <param name="tell">Hears of every break.</param>
public sealed class TraceFindings(Action<TraceBreak>? tell = null)
{
    private readonly Lock _lock = new();

    public long Chains { get; private set; }
    public long Rows { get; private set; }
    public long Anchors { get; private set; }

    /// <summary>Null while none was asked for.</summary>
    public long? Files { get; private set; }

    public long Breaks { get; private set; }
    public TraceBreak? First { get; private set; }

    public bool IsIntact => Breaks == 0;

    public override string ToString() =>
        $"{Rows:N0} rows of {Chains:N0} chains and {Anchors:N0} anchors checked, {(IsIntact ? "all intact" : $"{Breaks:N0} broken; the first: {First}")}";

    internal void Add(string subject, long sequence, string problem)
    {
        var found = new TraceBreak(subject, sequence, problem);
        lock (_lock)
        {
            First ??= found;
            Breaks++;
            tell?.Invoke(found);
        }
    }

    /// <returns>All rows so far.</returns>
    internal long Count(int chains, int rows)
    {
        lock (_lock)
        {
            Chains += chains;
            return Rows += rows;
        }
    }

    internal void CountAnchor() => Anchors++;

    /// <returns>All files so far.</returns>
    internal long CountFiles(int files) => (Files = (Files ?? 0) + files).Value;
}
