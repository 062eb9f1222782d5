using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infrastructure.Gateways.Sms;

internal static class SmsJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>Providers send an array, or one object alone.</summary>
    /// <returns>Null when it is neither.</returns>
    public static IReadOnlyList<JsonElement>? Items(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Select(e => e.Clone())],
                JsonValueKind.Object => [document.RootElement.Clone()],
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Empty for anything but a string or a number.</returns>
    public static string Text(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : "";
}
