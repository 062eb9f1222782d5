using System.Security.Cryptography;
using System.Text;
using Domain.Shared;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tracing;

/// <summary>
/// HMAC-SHA-256 under <c>Trace:Key</c> (base64, 32 bytes or more), which every host of an installation shares. Rows name the key by
/// <c>Trace:KeyId</c>; keys used before stay known as <c>Trace:Keys:{id}</c>.
/// </summary>
public sealed class TraceKeys : ITraceMac
{
    public const int IdMaxLength = 20;
    private const int MinBytes = 32;
    private const string DevelopmentId = "development";
    private const string DevelopmentKey = "only for development: the demo data's trace is chained with it";
    private readonly Dictionary<string, byte[]> _keys = [];

    private TraceKeys(string id, byte[] key)
    {
        KeyId = id;
        _keys.Add(id, key);
    }

    public string KeyId { get; }

    public static TraceKeys From(IConfiguration configuration, IHostEnvironment environment)
    {
        var trace = configuration.GetSection("Trace");
        var keys =
            trace["Key"] is { Length: > 0 } key ? new TraceKeys(IdOf(trace["KeyId"] ?? "1"), Bytes("Trace:Key", key))
            : environment.IsDevelopment() ? new TraceKeys(DevelopmentId, Encoding.UTF8.GetBytes(DevelopmentKey))
            : throw new SettingsException("Trace:Key, base64 of at least 32 bytes, is required outside Development.");
        foreach (var former in trace.GetSection("Keys").GetChildren())
        {
            if (!keys._keys.TryAdd(IdOf(former.Key), Bytes(former.Path, former.Value ?? "")))
                throw new SettingsException($"{former.Path} has the id of Trace:Key (Trace:KeyId): a new key needs a new id.");
        }

        return keys;
    }

    public bool Knows(string keyId) => _keys.ContainsKey(keyId);

    public string Of(string keyId, ReadOnlySpan<byte> text) => Convert.ToHexStringLower(HMACSHA256.HashData(_keys[keyId], text));

    private static string IdOf(string id) =>
        id.Length is > 0 and <= IdMaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? id
            : throw new SettingsException($"Trace:KeyId “{id}” is not 1 to {IdMaxLength} letters, digits or hyphens.");

    private static byte[] Bytes(string name, string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length >= MinBytes
            ? bytes[..length]
            : throw new SettingsException($"{name} is not base64 of at least {MinBytes} bytes.");
    }
}
