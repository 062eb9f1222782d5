using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Infrastructure.Gateways.WeChat;

/// <summary>WeChat's message push: who called, and what was said. Whatever is wrong is nothing to the caller.</summary>
public sealed class WeChatPush(WeChatOptions options, TimeProvider clock)
{
    private const int PaddedTo = 32;
    private const int Head = 16 + 4; // random bytes, length
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(5);

    private WeChatPushOptions Push => options.Push;

    /// <summary>Compared as hashes, so that not even the length of the secret shows in the time it takes.</summary>
    public bool Admits(string secret) =>
        Push.IsOn
        & CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(Push.Secret)),
            SHA256.HashData(Encoding.UTF8.GetBytes(secret))
        );

    /// <summary>The signature of a set-up check or a plain call.</summary>
    /// <param name="encrypted">The cipher text that <c>msg_signature</c> covers too.</param>
    public bool IsSigned(string? signature, string? timestamp, string? nonce, string? encrypted = null)
    {
        if (signature is null || timestamp is null || nonce is null || !IsFresh(timestamp))
            return false;
        string[] parts = encrypted is null ? [Push.Token, timestamp, nonce] : [Push.Token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Sha1(string.Concat(parts))),
            Encoding.ASCII.GetBytes(signature)
        );
    }

    /// <returns>The event's JSON; null when the call is not WeChat's to us.</returns>
    public string? Open(string body, string? signature, string? messageSignature, string? timestamp, string? nonce)
    {
        if (Push.EncodingAesKey.Length == 0)
            return IsSigned(signature, timestamp, nonce) ? body : null;
        return Encrypted(body) is { } cipher && IsSigned(messageSignature, timestamp, nonce, cipher) ? Decrypt(cipher) : null;
    }

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= s_window;

    private static string? Encrypted(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("Encrypt", out var cipher)
                && cipher.ValueKind == JsonValueKind.String
                ? cipher.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>AES-256-CBC padded to 32 bytes, around 16 random bytes, the length, the message and our appid.</summary>
    private string? Decrypt(string cipher)
    {
        try
        {
            using var aes = Aes.Create();
            aes.Key = Convert.FromBase64String(Push.EncodingAesKey + "=");
            var plain = aes.DecryptCbc(Convert.FromBase64String(cipher), aes.Key.AsSpan(0, 16), PaddingMode.None);
            var end = plain.Length - plain[^1];
            if (plain[^1] is 0 or > PaddedTo || end < Head)
                return null;
            var length = BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(16));
            if (length > end - Head)
                return null;
            var message = plain.AsSpan(Head, (int)length);
            return Encoding.UTF8.GetString(plain.AsSpan(Head + (int)length, end - Head - (int)length)) == options.AppId
                ? Encoding.UTF8.GetString(message)
                : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

#pragma warning disable CA5350 // WeChat's protocol
    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
