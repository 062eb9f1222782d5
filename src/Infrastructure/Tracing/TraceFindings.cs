namespace Infrastructure.Tracing;

/// <param name="Subject">Number of the work order, or the id of an account, a session, or an order that is gone.</param>
public sealed record TraceBreak(string Subject, long Sequence, string Problem);

/// <summary>What a check of the trace found.</summary>
public sealed class TraceFindings
{
    public long Chains { get; internal set; }
    public long Rows { get; internal set; }
    public long Breaks { get; private set; }
    public TraceBreak? First { get; private set; }

    public bool IsIntact => Breaks == 0;

    public override string ToString()
    {
        var checkedRows = $"{Rows:N0} rows of {Chains:N0} chains checked";
        return First is null
            ? $"{checkedRows}, all intact"
            : $"{checkedRows}, {Breaks:N0} broken; the first: {First.Subject}, row {First.Sequence}: {First.Problem}";
    }

    internal void Add(string subject, long sequence, string problem)
    {
        First ??= new TraceBreak(subject, sequence, problem);
        Breaks++;
    }
}
