using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;

namespace MiniProgramApi.App;

internal static class Json
{
    /// <summary>Strict in what is read: what is missing, null or an unknown word is refused. Chinese goes out as it is.</summary>
    public static void Configure(JsonOptions options)
    {
        var json = options.SerializerOptions;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.MaxDepth = 32;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new Text());
        json.Converters.Add(new Instant());
    }

    /// <summary>No database column takes a NUL, and nobody means one.</summary>
    private sealed class Text : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? Whole(ref reader).Replace("\0", "", StringComparison.Ordinal)
                : throw new JsonException();

        /// <summary>Half a character (<c>\ud800</c>) or bytes that are no UTF-8 are the sender's fault.</summary>
        private static string Whole(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    /// <summary>In UTC, to the millisecond as everywhere: the store keeps finer ones, which nobody should compare.</summary>
    private sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
    }
}
