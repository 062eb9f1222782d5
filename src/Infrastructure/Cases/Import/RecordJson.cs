using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Cases;

namespace Infrastructure.Cases.Import;

/// <summary>A record as JSON: unknown fields are refused, so that a slip of the pen is no loss.</summary>
public static class RecordJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            MaxDepth = 16,
        };

    /// <param name="line">Its number, for the answer.</param>
    public static RecordLine Read(ReadOnlySpan<byte> json, int line)
    {
        try
        {
            return JsonSerializer.Deserialize<TrialRecord>(json, Options) is { } record
                ? Read(record, line)
                : new RecordLine(line, null, new(RecordFaults.NotJson, "", "这一行是空的"));
        }
        catch (JsonException e)
        {
            return new RecordLine(
                line,
                null,
                new(RecordFaults.NotJson, e.Path?.TrimStart('$', '.') ?? "", "不是约定的 JSON：字段名或值不对")
            );
        }
    }

    /// <summary>JSON may name a list and say null; here there are none.</summary>
    public static RecordLine Read(TrialRecord record, int line) =>
        HasNull(record)
            ? new RecordLine(line, null, new(RecordFaults.NotJson, "", "列表不能是 null，里面也不能有 null"))
            : new RecordLine(line, record);

    private static bool HasNull(TrialRecord r) =>
        IsNull(r.Panel)
        || IsNull(r.Parties)
        || IsNull(r.Hearings)
        || IsNull(r.Limits)
        || IsNull(r.Nodes)
        || IsNull(r.Files)
        || r.Parties.Any(p => IsNull(p.Agents) || p.Agents.Any(a => a.Items is null));

    private static bool IsNull<T>(IReadOnlyList<T>? list)
        where T : class => list is null || list.Any(item => item is null);
}
