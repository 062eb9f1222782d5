using Domain.Notifications;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>
/// What stands of the trial system's record of a case: which version was taken over, and the hash of what it said. It has the case's id;
/// its trace is the case's.
/// </summary>
public sealed class CaseRecord : Aggregate
{
    private CaseRecord() { }

    /// <summary>Of the last record that was taken over or found the same.</summary>
    public long SourceVersion { get; private set; }

    /// <summary>SHA-256 of the record without its version (64 hex digits).</summary>
    public string Digest { get; private set; } = "";

    /// <summary>See <see cref="ReadRecord.DigestForm"/>: digests of two forms say nothing of each other.</summary>
    public int DigestForm { get; private set; }

    /// <summary>When the case came here.</summary>
    public DateTimeOffset TakenAt { get; private init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static CaseRecord Of(Case @case, DateTimeOffset now) => new() { Id = @case.Id, TakenAt = now };

    /// <summary>Somebody whose case it is not was shown the names in full.</summary>
    internal void Revealed(Case @case, string reason, Actor by, DateTimeOffset now) =>
        Raise(new Fact(CaseRecordFacts.Revealed, by, now) { Data = new NamesRevealedData(reason), Topics = [CaseTopics.Case(@case.Id)] });

    /// <summary>Nothing in it is new.</summary>
    public void Confirm(long version) => SourceVersion = version;

    /// <summary>The case now says what the record says.</summary>
    /// <param name="notices">To the people of the case, of the nodes that are told.</param>
    /// <param name="seers">Topics of those on whose phones it may be open.</param>
    internal void Took(
        Case @case,
        ReadRecord read,
        IReadOnlyList<CaseChange> changes,
        IReadOnlyList<Notice> notices,
        IEnumerable<string> seers,
        Actor by,
        DateTimeOffset now
    )
    {
        var isNew = Digest.Length == 0;
        (SourceVersion, Digest, DigestForm, ChangedAt) = (read.Record.Version, read.Digest(), ReadRecord.DigestForm, now);
        Raise(
            new Fact(isNew ? CaseRecordFacts.TakenOver : CaseRecordFacts.Changed, by, now)
            {
                Data = new CaseTakenData(SourceVersion, Digest, isNew ? [] : changes),
                Notices = notices,
                Topics = [.. CaseTopics.Of(@case), .. seers],
            }
        );
    }
}

public static class CaseTopics
{
    /// <summary>One case: its page, and the phones of its people.</summary>
    public static string Case(Guid id) => $"case:{id:N}";

    /// <summary>Which nodes courts tell.</summary>
    public const string NodePushes = "nodePushes";

    /// <summary>The lists of those who work in a division.</summary>
    public static string Division(Guid id) => $"cases:{id:N}";

    public static IReadOnlyList<string> Of(Case @case) => [Case(@case.Id), Division(@case.DivisionId)];
}
