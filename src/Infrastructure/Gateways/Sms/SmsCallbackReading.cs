using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Domain.InboundMessages;
using Domain.Shared;

namespace Infrastructure.Gateways.Sms;

internal static class SmsCallbackReading
{
    public const string Gateway = "sms";
    private const int IdMaxLength = 80;

    public static CallbackItems<T>? Read<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T?> read)
        where T : class
    {
        if (SmsJson.Items(body) is not { Count: > 0 } items)
            return null;
        var good = items.Select(read).OfType<T>().ToList();
        return good.Count == 0 ? null : new CallbackItems<T>(good, items.Count - good.Count);
    }

    public static bool IsId(string id) => id.Length is > 0 and <= IdMaxLength && !id.Any(char.IsControl);

    /// <summary>China time without an offset, in any of the given forms.</summary>
    public static DateTimeOffset At(string text, DateTimeOffset otherwise, params string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? ChinaTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : otherwise;

    /// <summary>For providers that number nothing: the same message says the same.</summary>
    public static string SequenceOf(string from, string extension, string text, string at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{from}\n{extension}\n{at}\n{text}")));

    public static IncomingSms? Incoming(string sequence, string from, string text, string extension, DateTimeOffset at) =>
        IsId(sequence) && from.Length is > 0 and <= 40 ? new IncomingSms(Gateway, sequence, from, text, extension, at) : null;
}
