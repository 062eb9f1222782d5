using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Domain.Uploads;
using Microsoft.Extensions.Primitives;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Uploads;

/// <summary>The headers of tus 1.0.</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Resumable = "Tus-Resumable";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string Metadata = "Upload-Metadata";
    public const string Expires = "Upload-Expires";
    public const string Extensions = "creation,creation-with-upload,checksum,expiration,termination";
    public const string Algorithms = "sha1,sha256";
    public const string PieceType = "application/offset+octet-stream";

    /// <summary>Ours: the standing beside the offset, which says nothing of whether the court can open the file.</summary>
    public const string State = "Upload-State";

    /// <summary>Ours: of a file that is <see cref="UploadState.Uploaded"/>.</summary>
    public const string Sha256 = "Upload-Sha256";

    /// <summary>Ours: the id, where the client makes it, so that asking again makes no second upload.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    public const string Checksum = "Upload-Checksum";

    private const int MetadataMaxLength = 8 * 1024;
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    public static long Number(this HttpRequest request, string header, Func<Domain.Shared.RefusedException> refusal) =>
        request.Headers[header] is [{ } text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw refusal();

    /// <returns>Null where there is none.</returns>
    public static PieceChecksum? ChecksumOf(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers[Checksum]))
            return null;
        if (request.Headers[Checksum] is not [{ } text] || text.Split(' ') is not [var name, var value])
            throw RequestErrors.Invalid();
        HashAlgorithmName algorithm = name switch
        {
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            _ => throw UploadErrors.ChecksumUnknown(),
        };
        var bytes = new byte[32];
        return Convert.TryFromBase64String(value, bytes, out var length)
            ? new PieceChecksum(algorithm, bytes[..length])
            : throw RequestErrors.Invalid();
    }

    /// <summary>Pairs of a key and a value in base64: <c>filename 5rWB5rC0LnBkZg==,is_confidential</c>.</summary>
    public static Dictionary<string, string> MetadataOf(HttpRequest request)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = request.Headers[Metadata].ToString();
        if (text.Length > MetadataMaxLength)
            throw UploadErrors.MetadataInvalid();
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split(' ', 2) is [var k, var v] ? (k, v) : (pair, "");
            if (!key.All(char.IsAscii) || !values.TryAdd(key, Decoded(value)))
                throw UploadErrors.MetadataInvalid();
        }

        return values;
    }

    public static string Encoded(IEnumerable<(string Key, string? Value)> pairs) =>
        string.Join(
            ',',
            pairs.Where(p => p.Value is not null).Select(p => $"{p.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(p.Value!))}")
        );

    private static string Decoded(string value)
    {
        try
        {
            return s_strict.GetString(Convert.FromBase64String(value));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw UploadErrors.MetadataInvalid();
        }
    }
}
