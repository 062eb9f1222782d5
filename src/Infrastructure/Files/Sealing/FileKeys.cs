using System.Security.Cryptography;
using System.Text;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Files.Sealing;

/// <summary>
/// What encrypts stored files: <c>Files:Keys:Current</c> names one of <c>Files:Keys:Ring:{id}</c> (base64, 32 bytes), which every host of
/// an installation shares. Files name their key by its id; the others of the ring are for reading.
/// </summary>
public sealed class FileKeys
{
    public const int IdMaxLength = 20;
    private const string CurrentSetting = "Files:Keys:Current";
    private const string RingSetting = "Files:Keys:Ring";
    private const int Bytes = 32;
    private const string DevelopmentId = "development";
    private readonly Dictionary<string, FileKey> _ring;

    private FileKeys(FileKey current, Dictionary<string, FileKey> ring) => (Current, _ring) = (current, ring);

    public FileKey Current { get; }

    /// <returns>Null when it is not in the ring.</returns>
    public FileKey? Find(string id) => _ring.GetValueOrDefault(id);

    /// <summary>Known to everybody: for the demo data and tests.</summary>
    public static FileKeys ForDevelopment { get; } = Of(new FileKey(DevelopmentId, SHA256.HashData("only for development: files"u8)));

    public static FileKeys From(IConfiguration configuration, IHostEnvironment environment)
    {
        var ring = configuration
            .GetSection(RingSetting)
            .GetChildren()
            .ToDictionary(k => IdOf(k.Key, k.Path), k => new FileKey(k.Key, KeyOf(k.Value ?? "", k.Path)));
        if (configuration[CurrentSetting] is { Length: > 0 } current)
            return ring.TryGetValue(current, out var key)
                ? new FileKeys(key, ring)
                : throw new SettingsException($"{CurrentSetting} is {current}, but there is no {RingSetting}:{current}.");
        if (!environment.IsDevelopment())
            throw new SettingsException(
                $"{CurrentSetting}, the id of a key in {RingSetting}:<id> (base64 of {Bytes} bytes), is required outside Development."
            );
        ring.TryAdd(DevelopmentId, ForDevelopment.Current);
        return new FileKeys(ring[DevelopmentId], ring);
    }

    private static FileKeys Of(FileKey key) => new(key, new() { [key.Id] = key });

    private static string IdOf(string id, string path) =>
        id.Length is > 0 and <= IdMaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? id
            : throw new SettingsException($"{path}: an id is 1 to {IdMaxLength} letters, digits or hyphens.");

    private static byte[] KeyOf(string base64, string path)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length == Bytes
            ? bytes[..length]
            : throw new SettingsException($"{path} is not base64 of {Bytes} bytes.");
    }
}

/// <summary>Of each file a key of its own is derived from it, so that no two files ever share a nonce.</summary>
public sealed class FileKey(string id, byte[] secret)
{
    private const int KeyBytes = 32;

    public string Id => id;

    /// <returns>One for the chunks, one for the header.</returns>
    internal (byte[] Chunks, byte[] Header) Derive(ReadOnlySpan<byte> salt)
    {
        var both = new byte[2 * KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, both, salt, Encoding.ASCII.GetBytes("court file 1 " + id));
        return (both[..KeyBytes], both[KeyBytes..]);
    }
}
