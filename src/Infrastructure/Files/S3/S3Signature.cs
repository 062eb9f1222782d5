using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Infrastructure.Files.S3;

/// <summary>AWS Signature Version 4 in the <c>Authorization</c> header, for the service <c>s3</c>: paths are encoded once.</summary>
internal sealed class S3Signature(string region, string accessKey, string secretKey, string service = "s3")
{
    public const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <param name="path">Encoded.</param>
    /// <param name="query">As <see cref="Query"/> makes it.</param>
    /// <param name="headers">All that are signed, in lower case, <c>host</c> and <c>x-amz-date</c> among them.</param>
    public string Of(
        string method,
        string path,
        string query,
        SortedDictionary<string, string> headers,
        string bodyHash,
        DateTimeOffset now
    )
    {
        var (day, names) = (Day(now), string.Join(';', headers.Keys));
        var scope = $"{day}/{region}/{service}/aws4_request";
        var request = string.Join('\n', [method, path, query, .. headers.Select(h => $"{h.Key}:{h.Value.Trim()}"), "", names, bodyHash]);
        var text = string.Join('\n', Algorithm, Stamp(now), scope, Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request))));
        var key = new[] { day, region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Mac);
        return $"{Algorithm} Credential={accessKey}/{scope},SignedHeaders={names},Signature={Hex(Mac(key, text))}";
    }

    public static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Sorted and encoded, the same in the address and in what is signed.</summary>
    public static string Query(params (string Name, string Value)[] parameters) =>
        string.Join(
            '&',
            parameters
                .Select(p => (Name: Encoded(p.Name), Value: Encoded(p.Value)))
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Value, StringComparer.Ordinal)
                .Select(p => $"{p.Name}={p.Value}")
        );

    /// <summary>All but letters, digits and <c>-._~</c>, as the algorithm wants it.</summary>
    public static string Encoded(string text) => Uri.EscapeDataString(text);

    private static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
