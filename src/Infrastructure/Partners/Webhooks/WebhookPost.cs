using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Domain.Partners;
using Domain.Shared;

namespace Infrastructure.Partners.Webhooks;

/// <summary>What came of one try.</summary>
/// <param name="Error">A word of <see cref="DeliveryWords"/>; empty when it was taken.</param>
public sealed record PostOutcome(int? Status, string Error, string Answer, long Milliseconds);

/// <summary>Hands one delivery to its subscriber: signed, without following anybody elsewhere, within one time limit for everything.</summary>
public sealed class WebhookPost : IDisposable
{
    private const int MostRead = 4 * 1024;
    private readonly HttpClient _http;
    private readonly WebhookAddresses _addresses;
    private readonly WebhookOptions _options;
    private readonly IWebhookSecrets _secrets;
    private readonly TimeProvider _clock;

    public WebhookPost(WebhookAddresses addresses, WebhookOptions options, IWebhookSecrets secrets, TimeProvider clock)
    {
        (_addresses, _options, _secrets, _clock) = (addresses, options, secrets, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false, // a proxy would look the name up for itself
            UseCookies = false,
            ConnectCallback = addresses.Connect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("gz-court-12368", "1"));
    }

    public async Task<PostOutcome> Send(WebhookDelivery delivery, WebhookSubscription to, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_options.CallTimeout);
        try
        {
            if (!_addresses.MayBe(to.Url))
                return Failed("address");
            using var request = Signed(delivery, to);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var said = await Read(answer, limit.Token);
            var error =
                answer.IsSuccessStatusCode ? ""
                : answer.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest ? "redirect"
                : "status";
            return new PostOutcome((int)answer.StatusCode, error, said, Took());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Failed("timeout");
        }
        catch (HttpRequestException e)
        {
            return Failed(
                e.InnerException is AddressRefusedException ? "address"
                : e.InnerException is AuthenticationException ? "tls"
                : "connect"
            );
        }
        catch (Exception e) when (e is IOException or AddressRefusedException)
        {
            return Failed(e is IOException ? "connect" : "address");
        }

        PostOutcome Failed(string error) => new(null, error, "", Took());
        long Took() => (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>HMAC-SHA256 over time, a dot and the body, by each secret in force.</summary>
    private HttpRequestMessage Signed(WebhookDelivery delivery, WebhookSubscription to)
    {
        var timestamp = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{timestamp}.{delivery.Body}");
        var signatures = to.Secrets.Select(id =>
            "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secrets.For(id)), signed))
        );
        var request = new HttpRequestMessage(HttpMethod.Post, to.Url)
        {
            Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Webhook-Id", delivery.EventId.ToString());
        request.Headers.Add("Webhook-Timestamp", timestamp);
        request.Headers.Add("Webhook-Signature", string.Join(',', signatures));
        return request;
    }

    /// <summary>Its beginning, as far as it can be kept; a subscriber that never ends is not heard to the end.</summary>
    private static async Task<string> Read(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[MostRead];
        var length = await body.ReadAtLeastAsync(buffer, MostRead, throwOnEndOfStream: false, ct);
        var text = TypedText.Storable(Encoding.UTF8.GetString(buffer, 0, length));
        return text.Length <= WebhookAttempt.AnswerMaxLength ? text : TypedText.Valid(text[..WebhookAttempt.AnswerMaxLength]);
    }

    public void Dispose() => _http.Dispose();
}
