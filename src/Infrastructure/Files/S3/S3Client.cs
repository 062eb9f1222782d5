using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace Infrastructure.Files.S3;

/// <summary>
/// The few requests to an S3 service that a file store needs, each one safe to repeat, and repeated where the network or the service
/// failed. Bodies are streamed from the disk.
/// </summary>
internal sealed class S3Client(S3Settings settings, HttpClient http, TimeProvider clock)
{
    private const int Tries = 4;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private readonly S3Signature _signature = new(settings.Region, settings.AccessKey, settings.SecretKey);

    /// <exception cref="IOException">The service is away or refuses.</exception>
    /// <exception cref="FileNotFoundException">404.</exception>
    public async Task<HttpResponseMessage> Send(S3Request request, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var response = await Once(request, ct);
                if (response.IsSuccessStatusCode)
                    return response;
                using (response)
                {
                    if (response.StatusCode == HttpStatusCode.NotFound)
                        throw new FileNotFoundException(await Told(request, response, ct), request.Key);
                    if (tries == Tries || !MayPass(response.StatusCode))
                        throw new IOException(await Told(request, response, ct));
                }
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested))
            {
                if (tries == Tries)
                    throw new IOException($"{request.Method} {settings.Endpoint} does not answer: {e.Message}", e);
            }

            await Task.Delay(s_firstPause * Math.Pow(2, tries - 1) * (1 + Random.Shared.NextDouble()), ct);
        }
    }

    public async Task<XElement> Xml(S3Request request, CancellationToken ct)
    {
        using var response = await Send(request, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        try
        {
            return await InTime(limited => XElement.LoadAsync(body, LoadOptions.None, limited), ct);
        }
        catch (XmlException e)
        {
            throw new IOException("The answer of the S3 service is not read.", e);
        }
    }

    /// <summary>The head came in time; a body that stands still behind it is no answer either.</summary>
    private async Task<T> InTime<T>(Func<CancellationToken, Task<T>> read, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Patience);
        try
        {
            return await read(patience.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new IOException($"{settings.Endpoint} stopped in the middle of its answer.", e);
        }
    }

    private async Task<HttpResponseMessage> Once(S3Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        using var message = await Message(request, now, ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // A part goes out with at least 256 KB a second, or the line is as good as cut.
        patience.CancelAfter(settings.Patience + TimeSpan.FromSeconds(request.Length / (256 * 1024)));
        return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
    }

    private async Task<HttpRequestMessage> Message(S3Request request, DateTimeOffset now, CancellationToken ct)
    {
        var path = "/" + (settings.PathStyle ? settings.Bucket + (request.Key.Length > 0 ? "/" : "") : "") + request.Key;
        var host = (settings.PathStyle ? "" : settings.Bucket + ".") + settings.Endpoint.Authority;
        var hash = request.Length == 0 ? S3Signature.EmptyHash : await Hash(request, ct);
        var headers = new SortedDictionary<string, string>(request.Headers, StringComparer.Ordinal)
        {
            ["host"] = host,
            ["x-amz-content-sha256"] = hash,
            ["x-amz-date"] = S3Signature.Stamp(now),
        };
        var query = S3Signature.Query([.. request.Query]);
        var message = new HttpRequestMessage(
            request.Method,
            new Uri($"{settings.Endpoint.Scheme}://{host}{path}{(query.Length > 0 ? "?" + query : "")}")
        );
        foreach (var (name, value) in headers.Where(h => h.Key != "host"))
            message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("Authorization", _signature.Of(request.Method.Method, path, query, headers, hash, now));
        if (request.Body is { } open)
        {
            message.Content = new StreamContent(open());
            message.Content.Headers.ContentLength = request.Length;
        }

        return message;
    }

    private static async Task<string> Hash(S3Request request, CancellationToken ct)
    {
        await using var body = request.Body!();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(body, ct));
    }

    private static bool MayPass(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    private async Task<string> Told(S3Request request, HttpResponseMessage response, CancellationToken ct)
    {
        var body = await InTime(response.Content.ReadAsStringAsync, ct);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Method} {request.Key}: {(int)response.StatusCode} {body[..Math.Min(body.Length, 300)]}"
        );
    }
}

internal sealed record S3Request(HttpMethod Method, string Key)
{
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>In lower case; signed with the rest.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Opened once to hash it and once for each try.</summary>
    public Func<Stream>? Body { get; init; }

    public long Length { get; init; }
}
