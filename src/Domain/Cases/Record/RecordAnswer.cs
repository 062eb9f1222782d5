using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Shared;

namespace Domain.Cases;

public enum RecordOutcome
{
    Created,
    Updated,

    /// <summary>Nothing in it is new.</summary>
    Unchanged,

    /// <summary>A later version was taken over before.</summary>
    Older,
    Refused,
}

/// <summary>A record as it arrived: read, or why it cannot be.</summary>
/// <param name="Line">1 for the first of what was sent.</param>
public sealed record RecordLine(int Line, TrialRecord? Record, RecordFault? Fault = null);

/// <summary>Who sends records.</summary>
/// <param name="CourtId">Of whose cases alone; null for both levels.</param>
public sealed record RecordSender(Actor By, Guid? CourtId)
{
    /// <summary>The trial system's folder.</summary>
    public static readonly RecordSender Folder = new(Actor.System, null);
}

/// <param name="Number">As it was sent; empty where that cannot be told.</param>
/// <param name="Faults">Why it was refused.</param>
/// <param name="Warnings">What of it was left out.</param>
public sealed record RecordAnswer(
    int Line,
    string Number,
    RecordOutcome Outcome,
    IReadOnlyList<RecordFault> Faults,
    IReadOnlyList<RecordFault> Warnings
)
{
    public static RecordAnswer Refused(RecordLine line, IReadOnlyList<RecordFault> faults)
    {
        // Of a secret case not even the number is repeated.
        var number = faults.Any(f => f.Code == RecordFaults.Secret) ? "" : line.Record?.Number ?? "";
        return new(line.Line, number.Length > Case.NumberMaxLength ? "" : number, RecordOutcome.Refused, faults, []);
    }
}

/// <summary>A record whose number names a court of the platform.</summary>
/// <param name="At">Its place among the lines.</param>
public sealed record ReadRecord(int At, RecordLine Line, CaseNumber Number, string CourtSlug)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Higher with each change of <see cref="TrialRecord"/>: the same content then has another <see cref="Digest"/>.</summary>
    public const int DigestForm = 2;

    private string? _digest;

    public TrialRecord Record => Line.Record!;
    public string Key => Number.CaseKey;

    /// <summary>SHA-256 of all but the version (64 hex digits). Another <see cref="DigestForm"/> gives another one: the case is taken anew.</summary>
    public string Digest() =>
        _digest ??= Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Record with { Version = 0 }, s_json)));

    public RecordAnswer Answer(RecordOutcome outcome, IReadOnlyList<RecordFault> warnings) =>
        new(Line.Line, Number.Display, outcome, [], warnings);
}
