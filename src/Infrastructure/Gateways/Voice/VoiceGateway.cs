using System.Net.Http.Headers;
using System.Text.Json;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Gateways.Sms;
using Infrastructure.Notifications;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.Voice;

/// <summary>
/// Recorded calls by our own contract (docs/voice-gateway.md), each under the id of its notice, by which the other side knows a
/// repetition and rings once. Nobody is rung up at night.
/// </summary>
internal sealed partial class VoiceGateway(HttpClient http, VoiceOptions options, TimeProvider clock, ILogger<VoiceGateway> log)
    : INoticeGateway
{
    public NoticeChannel Channel => NoticeChannel.Voice;

    public int BatchSize => 50;

    public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (UntilCallingHours(now) is { } wait)
            return [.. notices.Select(n => new Handover(n.Id, HandoverOutcome.NotNow, FailureCodes.NotAtNight, After: wait))];
        var refused = notices.Select(Refusal).OfType<Handover>().ToDictionary(h => h.NoticeId);
        var calls = notices.Where(n => !refused.ContainsKey(n.Id)).ToList();
        var results = calls.Count == 0 ? [] : await Post(calls, now, ct);
        return [.. refused.Values, .. calls.Select(c => Read(c, results.GetValueOrDefault(c.Id)))];
    }

    /// <returns>Null while people may be rung up.</returns>
    private TimeSpan? UntilCallingHours(DateTimeOffset now)
    {
        var time = TimeOnly.FromDateTime(ChinaTime.ToLocal(now).DateTime);
        if (time >= options.From && time < options.Until)
            return null;
        var day = ChinaTime.DayOf(now);
        return ChinaTime.At(time < options.From ? day : day.AddDays(1), options.From) - now;
    }

    private async Task<Dictionary<Guid, CallResult>> Post(List<OutgoingNotice> calls, DateTimeOffset now, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                calls = calls.Select(c => new
                {
                    id = c.Id,
                    phone = c.Address,
                    text = c.Body,
                    times = 2,
                }),
            },
            SmsJson.Options
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "calls") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Account", options.Account);
        SmsSignature.Add(request.Headers, options.Secret, body, now);
        using var response = await http.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            Refused(log, (int)response.StatusCode);
            throw new HttpRequestException($"The voice gateway answered {(int)response.StatusCode}.", null, response.StatusCode);
        }

        await using var answer = await response.Content.ReadAsStreamAsync(ct);
        var results = await JsonSerializer.DeserializeAsync<CallResults>(answer, SmsJson.Options, ct);
        return (results?.Results ?? []).DistinctBy(r => r.Id).ToDictionary(r => r.Id);
    }

    private static Handover? Refusal(OutgoingNotice notice) =>
        !PhoneNumber.TryRead(notice.Address, out _, out _)
            ? new Handover(notice.Id, HandoverOutcome.Refused, "voice.number_invalid")
            : null;

    private static Handover Read(OutgoingNotice notice, CallResult? result) =>
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
            _ => new Handover(notice.Id, HandoverOutcome.TryAgain, "voice.not_answered"),
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The voice gateway refuses a batch: status {Status}")]
    private static partial void Refused(ILogger log, int status);

    private sealed record CallResults(IReadOnlyList<CallResult>? Results);

    /// <param name="Status"><c>accepted</c>, <c>refused</c> or <c>later</c>.</param>
    /// <param name="RetryAfter">Seconds.</param>
    private sealed record CallResult(Guid Id, string? Status, string? ProviderId, string? Code, int? RetryAfter);
}
