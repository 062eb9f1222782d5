namespace Domain.Calendar;

/// <summary>
/// The calendar changed: open deadlines are to be counted anew. Written in the transaction of the change, done by a worker
/// chunk by chunk, so that an import answers at once and a restart goes on where it was.
/// </summary>
public sealed class RecountRequest
{
    public const int ReasonMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>What changed: 导入 2027 年放假安排.</summary>
    public required string Reason { get; init; }

    public Guid RequestedById { get; init; }

    /// <summary>How many were looked at and how many moved.</summary>
    public int Seen { get; private set; }

    public int Moved { get; private set; }

    /// <summary>How far it is: the kind of thing and the last one seen.</summary>
    public string? Kind { get; private set; }

    public Guid After { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The time limits that run from service of documents are counted anew, too: by their own worker.</summary>
    public DateTimeOffset? LimitsDoneAt { get; private set; }

    public void Progress(string kind, Guid after, int seen, int moved) =>
        (Kind, After, Seen, Moved) = (kind, after, Seen + seen, Moved + moved);

    public void Done(DateTimeOffset now) => DoneAt ??= now;

    public void LimitsDone(DateTimeOffset now) => LimitsDoneAt ??= now;
}
