using System.Net.Http.Headers;
using System.Text.Json;
using Domain.Notifications;
using Infrastructure.Notifications;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.Sms;

/// <summary>
/// Sends by our own contract (docs/sms-gateway.md): batches, each message under the id of its notice, by which the gateway
/// knows a repetition. So whatever is not answered may be sent again.
/// </summary>
internal sealed partial class GatewaySms(HttpClient http, SmsOptions options, TimeProvider clock, ILogger<GatewaySms> log) : INoticeGateway
{
    public NoticeChannel Channel => NoticeChannel.Sms;

    public int BatchSize => 100;

    public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        var refused = notices.Select(SmsSending.Refusal).OfType<Handover>().ToDictionary(h => h.NoticeId);
        var messages = notices.Where(n => !refused.ContainsKey(n.Id)).ToList();
        var results = messages.Count == 0 ? [] : await Post(messages, ct);
        return [.. refused.Values, .. messages.Select(m => Read(m, results.GetValueOrDefault(m.Id)))];
    }

    private async Task<Dictionary<Guid, SmsResult>> Post(List<OutgoingNotice> messages, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new SmsBatch([.. messages.Select(Message)]), SmsJson.Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, "messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Account", options.Account);
        SmsSignature.Add(request.Headers, options.Secret, body, clock.GetUtcNow());
        using var response = await http.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            Refused(log, (int)response.StatusCode);
            throw new HttpRequestException($"The SMS gateway answered {(int)response.StatusCode}.", null, response.StatusCode);
        }

        await using var answer = await response.Content.ReadAsStreamAsync(ct);
        var results = await JsonSerializer.DeserializeAsync<SmsResults>(answer, SmsJson.Options, ct);
        return (results?.Results ?? []).DistinctBy(r => r.Id).ToDictionary(r => r.Id);
    }

    private SmsMessage Message(OutgoingNotice notice)
    {
        var (signature, words) = SmsText.Split(notice.Body);
        return new SmsMessage(notice.Id, notice.Address, signature, words, options.Extension, SmsText.Segments(notice.Body));
    }

    private static Handover Read(OutgoingNotice notice, SmsResult? result) =>
        result?.Status switch
        {
            "accepted" when result.ProviderId is { Length: > 0 and <= 80 } id => new Handover(
                notice.Id,
                HandoverOutcome.Accepted,
                ProviderId: id
            ),
            "refused" => new Handover(notice.Id, HandoverOutcome.Refused, SmsSending.Short(result.Code)),
            "later" => new Handover(
                notice.Id,
                HandoverOutcome.TryAgain,
                SmsSending.Short(result.Code),
                After: result.RetryAfter is > 0 and <= 86_400 ? TimeSpan.FromSeconds(result.RetryAfter.Value) : null
            ),
            _ => new Handover(notice.Id, HandoverOutcome.TryAgain, "sms.not_answered"),
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The SMS gateway refuses a batch: status {Status}")]
    private static partial void Refused(ILogger log, int status);
}

internal sealed record SmsBatch(IReadOnlyList<SmsMessage> Messages);

/// <param name="Id">The same for each try: the gateway sends it once.</param>
internal sealed record SmsMessage(Guid Id, string Phone, string Signature, string Text, string Extension, int Segments);

internal sealed record SmsResults(IReadOnlyList<SmsResult>? Results);

/// <param name="Status"><c>accepted</c>, <c>refused</c> or <c>later</c>.</param>
/// <param name="RetryAfter">Seconds.</param>
internal sealed record SmsResult(Guid Id, string? Status, string? ProviderId, string? Code, int? RetryAfter);
