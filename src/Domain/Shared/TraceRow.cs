using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Domain.Shared;

/// <summary>
/// One row of an aggregate's trace (办理轨迹). The keyed hash covers the row and the hash before it, so that a changed, removed or
/// inserted row breaks the chain and nobody without the key can mend it; the aggregate keeps the newest hash, so that a cut-off end is
/// seen too. The seal says what the save left in the tables.
/// </summary>
public sealed class TraceRow
{
    private TraceRow() { }

    public Guid SubjectId { get; private init; }

    /// <summary>1, 2, 3 … within the subject.</summary>
    public long Sequence { get; private init; }

    /// <summary>Whole milliseconds: what every engine keeps exactly.</summary>
    public DateTimeOffset At { get; private init; }

    public string Kind { get; private init; } = "";
    public ActorKind ActorKind { get; private init; }
    public Guid ActorId { get; private init; }
    public string ActorName { get; private init; } = "";

    /// <summary>Canonical JSON of the fact's data; empty where it has none.</summary>
    public string Data { get; private init; } = "";

    public Guid? EntryId { get; private init; }

    /// <summary>SHA-256 of what was said or filed (64 hex digits); empty where nothing was.</summary>
    public string ContentHash { get; private init; } = "";

    /// <summary>
    /// Lines of <see cref="SealedRow"/>: the aggregate's stored row as the save left it, and with the last row of a save also the rows of its
    /// parts that the save touched.
    /// </summary>
    public string Seal { get; private init; } = "";

    /// <summary>The key of <see cref="Hash"/>, see <see cref="ITraceMac"/>.</summary>
    public string KeyId { get; private init; } = "";

    public string PreviousHash { get; private init; } = "";
    public string Hash { get; private set; } = "";

    /// <param name="seal">Lines of <see cref="SealedRow"/>.</param>
    public static TraceRow After(string previousHash, Guid subject, long sequence, Fact fact, string seal, ITraceMac mac)
    {
        var row = new TraceRow
        {
            SubjectId = subject,
            Sequence = sequence,
            At = DateTimeOffset.FromUnixTimeMilliseconds(fact.At.ToUnixTimeMilliseconds()),
            Kind = fact.Kind,
            ActorKind = fact.By.Kind,
            ActorId = fact.By.Id,
            ActorName = fact.By.Name,
            Data = fact.Data is { } data ? CanonicalJson.Of(data) : "",
            EntryId = fact.EntryId,
            ContentHash = HashOf(fact.Content),
            Seal = seal,
            KeyId = mac.KeyId,
            PreviousHash = previousHash,
        };
        row.Hash = row.ComputeHash(mac);
        return row;
    }

    /// <summary>The data of a row whose kind says that it has some.</summary>
    public T Read<T>()
        where T : FactData => CanonicalJson.Read<T>(Data);

    /// <summary>What people call the record, by the row's own seal: its number, or its table and id.</summary>
    public string Called() =>
        SealedRow.TryRead(Seal) is [var own, ..] ? SealedRow.Called(own.Name, own.Table, SubjectId) : SubjectId.ToString();

    public static string HashOf(string content) =>
        content.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>True when the row still says what it said when it was written.</summary>
    public bool IsIntact(ITraceMac mac) => mac.Knows(KeyId) && Hash == ComputeHash(mac);

    // Each field on its own line with its length before it: no two different rows give the same text.
    private string ComputeHash(ITraceMac mac)
    {
        string[] fields =
        [
            PreviousHash,
            SubjectId.ToString("N"),
            Sequence.ToString(CultureInfo.InvariantCulture),
            At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            Kind,
            ActorKind.ToString(),
            ActorId.ToString("N"),
            ActorName,
            Data,
            EntryId?.ToString("N") ?? "",
            ContentHash,
            Seal,
            KeyId,
        ];
        var text = new StringBuilder();
        foreach (var field in fields)
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}\n");
        return mac.Of(KeyId, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
