using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Domain.Shared;

/// <summary>
/// One text for one value: names in ordinal order, no white space, null left out, enums by name, instants in UTC to the
/// millisecond. What is hashed is written this way.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new Milliseconds() },
    };

    public static string Of(object value) =>
        Ordered(JsonSerializer.SerializeToNode(value, value.GetType(), s_options))!.ToJsonString(s_options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, s_options) ?? throw new InvalidOperationException($"null is no {typeof(T).Name}.");

    private static JsonNode? Ordered(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Ordered(p.Value)))
            ),
            JsonArray a => new JsonArray([.. a.Select(Ordered)]),
            _ => node?.DeepClone(),
        };

    /// <summary>Whole milliseconds: what every engine keeps exactly.</summary>
    private sealed class Milliseconds : JsonConverter<DateTimeOffset>
    {
        private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Form, System.Globalization.CultureInfo.InvariantCulture));
    }
}
