using Domain.Notifications;

namespace Domain.Shared;

/// <summary>
/// Something that changes only through its verbs. Each verb raises a <see cref="Fact"/>; saving turns the facts into
/// trace rows, outbox rows and live hints of the same transaction.
/// </summary>
public abstract class Aggregate
{
    private readonly List<Fact> _facts = [];

    public Guid Id { get; init; }

    /// <summary>Rises by one with every fact; the concurrency token and the version named in live hints.</summary>
    public long Version { get; private set; }

    /// <summary>Hash of the newest trace row (64 hex digits); empty before the first.</summary>
    public string TraceHash { get; private set; } = "";

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Hands over the facts raised since the last save, as rows of the hash chain.</summary>
    /// <param name="left">What the save leaves behind; the parts go with its last row.</param>
    public IReadOnlyList<(Fact Fact, TraceRow Row)> TakeFacts(ITraceMac mac, SealedState left)
    {
        List<(Fact, TraceRow)> taken = [];
        var sequence = Version - _facts.Count;
        foreach (var fact in _facts)
        {
            var isLast = ++sequence == Version;
            var seal = SealedRow.Write(isLast ? [left.Own, .. left.Parts] : [left.Own]);
            var row = TraceRow.After(TraceHash, Id, sequence, fact, seal, mac);
            TraceHash = row.Hash;
            taken.Add((fact, row));
        }

        _facts.Clear();
        return taken;
    }

    protected void Raise(Fact fact)
    {
        _facts.Add(fact);
        Version++;
    }
}

/// <summary>One thing that happened to an aggregate.</summary>
/// <param name="Kind">Stable word for the trace, e.g. <c>answered</c>.</param>
public sealed record Fact(string Kind, Actor By, DateTimeOffset At)
{
    /// <summary>What happened, as data; null where kind, actor and time say everything.</summary>
    public FactData? Data { get; init; }

    /// <summary>What was said or filed; only its hash enters the trace.</summary>
    public string Content { get; init; } = "";

    /// <summary>The entry that <see cref="Content"/> is kept in, so that the trace can be checked against it.</summary>
    public Guid? EntryId { get; init; }

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Who should look again, e.g. <c>staff:…</c>; see <see cref="LiveTopic"/>.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}
