using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Domain.Notifications;
using Infrastructure.Notifications;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.Sms;

/// <summary>
/// China Mobile's Cloud MAS, free text (<c>norsubmit</c>). It knows no repetition: where nobody can tell whether it took a
/// message, the message is not sent again but counts as failed under <c>sms.outcome_unknown</c>, for a person to decide.
/// </summary>
internal sealed partial class CloudMasSms(HttpClient http, SmsOptions options, ILogger<CloudMasSms> log) : INoticeGateway
{
    public const string OutcomeUnknown = FailureCodes.OutcomeUnknown;

    /// <summary>Wrong account, secret or signature: nothing goes until somebody has put it right.</summary>
    private static readonly TimeSpan s_afterMisconfiguration = TimeSpan.FromMinutes(5);

    public NoticeChannel Channel => NoticeChannel.Sms;

    /// <summary>One text a call, so that each receipt names one message.</summary>
    public int BatchSize => 1;

    public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        List<Handover> handovers = [];
        foreach (var notice in notices)
        {
            ct.ThrowIfCancellationRequested();
            handovers.Add(SmsSending.Refusal(notice) ?? await Submit(notice));
        }

        return handovers;
    }

    /// <summary><c>md5hex(ecName + apId + secretKey + mobiles + content + sign + addSerial)</c>, as the provider defines it.</summary>
    internal static string Mac(SmsOptions options, string mobiles, string content) =>
#pragma warning disable CA5351 // the provider's own check value; the channel is TLS
        Convert.ToHexStringLower(
            MD5.HashData(
                Encoding.UTF8.GetBytes(
                    options.Account + options.User + options.Secret + mobiles + content + options.SignCode + options.Extension
                )
            )
        );
#pragma warning restore CA5351

    /// <summary>A host that stops waits for the answer: what is cut off here would be sent twice.</summary>
    private async Task<Handover> Submit(OutgoingNotice notice)
    {
        try
        {
            using var response = await http.PostAsync(
                new Uri("sms/norsubmit", UriKind.Relative),
                new StringContent(Body(notice), Encoding.UTF8, "application/json")
            );
            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
                return new Handover(notice.Id, HandoverOutcome.TryAgain, $"http.{(int)response.StatusCode}");
            return response.IsSuccessStatusCode ? Read(notice, await response.Content.ReadAsByteArrayAsync()) : Unknown(notice);
        }
        catch (HttpRequestException e) when (SmsSending.NeverLeft(e))
        {
            return new Handover(notice.Id, HandoverOutcome.TryAgain, "sms.unreachable");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return Unknown(notice);
        }
    }

    private string Body(OutgoingNotice notice)
    {
        var content = SmsText.Split(notice.Body).Words;
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                ecName = options.Account,
                apId = options.User,
                mobiles = notice.Address,
                content,
                sign = options.SignCode,
                addSerial = options.Extension,
                mac = Mac(options, notice.Address, content),
            }
        );
        return Convert.ToBase64String(json);
    }

    private Handover Read(OutgoingNotice notice, byte[] body)
    {
        var answer = SmsJson.Items(body) is [var first, ..] ? first : default;
        var code = answer.Text("rspcod");
        switch (code)
        {
            case "success" when answer.Text("msgGroup") is { Length: > 0 and <= 80 } group:
                return new Handover(notice.Id, HandoverOutcome.Accepted, ProviderId: group);
            case "IllegalMac" or "IllegalSignId" or "NoSignId" or "InvalidUsrOrPwd":
                Misconfigured(log, code);
                return new Handover(notice.Id, HandoverOutcome.TryAgain, code, After: s_afterMisconfiguration);
            case "":
                return Unknown(notice);
            default:
                return new Handover(notice.Id, HandoverOutcome.Refused, SmsSending.Short(code));
        }
    }

    private Handover Unknown(OutgoingNotice notice)
    {
        NotAnswered(log, notice.Id);
        return new Handover(notice.Id, HandoverOutcome.Refused, OutcomeUnknown);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cloud MAS refuses our account: {Code}")]
    private static partial void Misconfigured(ILogger log, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cloud MAS did not answer about notice {NoticeId}; it is not sent again")]
    private static partial void NotAnswered(ILogger log, Guid noticeId);
}
