using System.Net.Http.Json;
using System.Text.Json;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.WeChat;

/// <summary>
/// WeChat's server API. A code is sent once: after a time-out it may be used up, so the person's device gets a new one.
/// Addresses carry the secret and the token in their query and are never logged; WeChat's own words reach nobody.
/// </summary>
internal sealed partial class WeChatClient(HttpClient http, WeChatTokens tokens, WeChatOptions options, ILogger<WeChatClient> log) : IWeChat
{
    private const int CodeMaxLength = 512;

    public async Task<WeChatPerson> Exchange(string code, CancellationToken ct)
    {
        if (code.Length is 0 or > CodeMaxLength)
            throw LitigantErrors.WeChatCodeInvalid();
        var address =
            $"/sns/jscode2session?appid={Uri.EscapeDataString(options.AppId)}&secret={Uri.EscapeDataString(options.AppSecret)}"
            + $"&js_code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        var answer = await WeChatHttp.Send(http, () => new HttpRequestMessage(HttpMethod.Get, address), ct);
        return answer switch
        {
            { ErrCode: 0, OpenId: { Length: > 0 } openId } => new WeChatPerson(openId, answer.UnionId),
            { ErrCode: WeChatCodes.InvalidCode } => throw LitigantErrors.WeChatCodeInvalid(),
            { ErrCode: WeChatCodes.CodeUsed } => throw Replayed(),
            { ErrCode: WeChatCodes.Blocked } => throw LitigantErrors.WeChatBlocked(),
            _ => throw Failed("jscode2session", answer),
        };
    }

    public async Task<string> PhoneNumber(string code, CancellationToken ct)
    {
        if (code.Length is 0 or > CodeMaxLength)
            throw LitigantErrors.WeChatPhoneCodeInvalid();
        var token = await tokens.Get(http, rejected: null, ct) ?? throw LitigantErrors.WeChatUnavailable();
        var answer = await AskPhone(code, token, ct);
        if (answer is not null && WeChatCodes.IsTokenRejected(answer.ErrCode))
        {
            // Turned down for its token, the code is still good: once more with a new one.
            token = await tokens.Get(http, rejected: token, ct) ?? throw LitigantErrors.WeChatUnavailable();
            answer = await AskPhone(code, token, ct);
        }

        return answer switch
        {
            { ErrCode: 0, Phone: { PurePhoneNumber: { Length: > 0 } number } phone }
                when phone.Watermark?.AppId == options.AppId && IsMainland(phone) => number,
            { ErrCode: 0 } or { ErrCode: WeChatCodes.InvalidCode } => throw LitigantErrors.WeChatPhoneCodeInvalid(),
            _ => throw Failed("getuserphonenumber", answer),
        };
    }

    private Task<WeChatAnswer?> AskPhone(string code, string token, CancellationToken ct) =>
        WeChatHttp.Send(
            http,
            () =>
                new HttpRequestMessage(HttpMethod.Post, $"/wxa/business/getuserphonenumber?access_token={Uri.EscapeDataString(token)}")
                {
                    Content = JsonContent.Create(new { code }),
                },
            ct
        );

    private static bool IsMainland(WeChatAnswer.PhoneInfo phone) =>
        phone.CountryCode.ValueKind is JsonValueKind.String or JsonValueKind.Number && phone.CountryCode.ToString() == "86";

    private RefusedException Replayed()
    {
        CodeReplayed(log);
        return LitigantErrors.WeChatCodeInvalid();
    }

    private RefusedException Failed(string call, WeChatAnswer? answer)
    {
        if (answer is { ErrCode: WeChatCodes.TooOften })
            return LitigantErrors.TooOften();
        CallFailed(log, call, answer?.ErrCode);
        return LitigantErrors.WeChatUnavailable();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A WeChat login code was presented a second time")]
    private static partial void CodeReplayed(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "WeChat {Call} failed: errcode {ErrCode}")]
    private static partial void CallFailed(ILogger log, string call, int? errCode);
}
