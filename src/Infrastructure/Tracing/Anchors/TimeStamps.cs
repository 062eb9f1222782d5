using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// Has anchors stamped by a service of others (RFC 3161 over HTTP, <c>Trace:TimestampUrl</c>), so that nobody here can make them earlier
/// than they are. A service that fails costs no anchor: the next round asks again.
/// </summary>
public sealed partial class TimeStamps(
    CourtDb db,
    AnchorFolder folder,
    StampTrust trust,
    TraceSettings settings,
    IHttpClientFactory clients,
    TimeProvider clock,
    ILogger<TimeStamps> log
)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public async Task StampMissing(CancellationToken ct)
    {
        if (settings.TimestampUrl is not { } service)
            return;
        foreach (var anchor in await db.Set<Anchor>().Where(a => a.StampedAt == null).OrderBy(a => a.Number).ToListAsync(ct))
        {
            try
            {
                // One that is there already is older, and proves more.
                if (folder.Stamp(anchor.Number) is not { } kept || !trust.Holds(kept, anchor.Hash))
                    await folder.WriteStamp(anchor.Number, await Ask(service, anchor.Hash, ct), ct);
            }
            catch (Exception e) when (e is HttpRequestException or CryptographicException or OperationCanceledException)
            {
                if (ct.IsCancellationRequested)
                    throw;
                NotStamped(log, e, anchor.Number, service);
                return;
            }

            anchor.Stamped(clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<byte[]> Ask(Uri service, string hash, CancellationToken ct)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(
            Convert.FromHexString(hash),
            HashAlgorithmName.SHA256,
            nonce: RandomNumberGenerator.GetBytes(8),
            requestSignerCertificates: true
        );
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_patience);
        using var client = clients.CreateClient(nameof(TimeStamps));
        using var content = new ReadOnlyMemoryContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var answer = await client.PostAsync(service, content, patience.Token);
        answer.EnsureSuccessStatusCode();
        var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(patience.Token), out _);
        var stamp = token.AsSignedCms().Encode();
        return trust.Holds(stamp, hash) ? stamp : throw new CryptographicException("Nobody we trust has signed the stamp.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Anchor {Number} has no time stamp yet: {Service} failed; the next round asks again")]
    private static partial void NotStamped(ILogger log, Exception exception, long number, Uri service);
}
