using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infrastructure.Gateways.WeChat;

/// <summary>
/// The union of the answers we read. WeChat answers 200 for its own errors, sends numbers as strings at times, and does not
/// always say that it is JSON.
/// </summary>
internal sealed record WeChatAnswer
{
    private static readonly JsonSerializerOptions s_json = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>0 or absent is success.</summary>
    [JsonPropertyName("errcode")]
    public int ErrCode { get; init; }

    [JsonPropertyName("openid")]
    public string? OpenId { get; init; }

    [JsonPropertyName("unionid")]
    public string? UnionId { get; init; }

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }

    [JsonPropertyName("phone_info")]
    public PhoneInfo? Phone { get; init; }

    /// <summary>Number or string; not always there.</summary>
    [JsonPropertyName("msgid")]
    public JsonElement MessageId { get; init; }

    /// <returns>Null when it cannot be read.</returns>
    public static WeChatAnswer? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<WeChatAnswer>(text, s_json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record PhoneInfo
    {
        [JsonPropertyName("purePhoneNumber")]
        public string? PurePhoneNumber { get; init; }

        /// <summary>Documented as a string, shown as a number.</summary>
        [JsonPropertyName("countryCode")]
        public JsonElement CountryCode { get; init; }

        [JsonPropertyName("watermark")]
        public Watermark? Watermark { get; init; }
    }

    internal sealed record Watermark
    {
        [JsonPropertyName("appid")]
        public string? AppId { get; init; }
    }
}

/// <summary>WeChat's error numbers that mean something to us.</summary>
internal static class WeChatCodes
{
    public const int Busy = -1;
    public const int InvalidCode = 40029;
    public const int CodeUsed = 40163;
    public const int Blocked = 40226;
    public const int TooOften = 45011;
    public const int DayQuotaUsed = 45009;
    public const int NoCredit = 43101;
    public const int SentAtOnce = 43108;

    public static bool IsTokenRejected(int code) => code is 40001 or 40014 or 42001;
}
