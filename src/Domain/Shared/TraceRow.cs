using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Domain.Shared;

/// <summary>
/// One row of an aggregate's trace (办理轨迹). The hash covers the row and the hash before it, so that a changed,
/// removed or inserted row breaks the chain; the aggregate keeps the newest hash, so that a cut-off end is seen too.
/// </summary>
public sealed class TraceRow
{
    public const int WordsMaxLength = 500;

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
    public string Words { get; private init; } = "";

    /// <summary>Canonical JSON of the fact's data; empty where it has none.</summary>
    public string Data { get; private init; } = "";

    public Guid? EntryId { get; private init; }

    /// <summary>SHA-256 of what was said or filed (64 hex digits); empty where nothing was.</summary>
    public string ContentHash { get; private init; } = "";

    public string PreviousHash { get; private init; } = "";
    public string Hash { get; private init; } = "";

    public static TraceRow After(string previousHash, Guid subject, long sequence, Fact fact)
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
            Words = fact.Words,
            Data = fact.Data is { } data ? CanonicalJson.Of(data) : "",
            EntryId = fact.EntryId,
            ContentHash = HashOf(fact.Content),
            PreviousHash = previousHash,
        };
        return row.Sealed();
    }

    /// <summary>The data of a row whose kind says that it has some.</summary>
    public T Read<T>()
        where T : FactData => CanonicalJson.Read<T>(Data);

    public static string HashOf(string content) => content.Length == 0 ? "" : Sha256(content);

    /// <summary>True when the row still says what it said when it was written.</summary>
    public bool IsIntact() => Hash == ComputeHash();

    private TraceRow Sealed() =>
        new()
        {
            SubjectId = SubjectId,
            Sequence = Sequence,
            At = At,
            Kind = Kind,
            ActorKind = ActorKind,
            ActorId = ActorId,
            ActorName = ActorName,
            Words = Words,
            Data = Data,
            EntryId = EntryId,
            ContentHash = ContentHash,
            PreviousHash = PreviousHash,
            Hash = ComputeHash(),
        };

    // Each field on its own line with its length before it: no two different rows give the same text.
    private string ComputeHash()
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
            Words,
            Data,
            EntryId?.ToString("N") ?? "",
            ContentHash,
        ];
        var text = new StringBuilder();
        foreach (var field in fields)
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}\n");
        return Sha256(text.ToString());
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
