using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Domain.Notifications;

namespace Infrastructure.Gateways.WeChat;

/// <summary>The call <c>subscribe/send</c>, with a new token where WeChat turned the old one down. The address carries the token and is never logged.</summary>
internal sealed class SubscribeCalls(IHttpClientFactory clients, WeChatTokens tokens)
{
    public const string Client = "wechat-subscribe";

    /// <summary>Our own number: no token could be had, WeChat was not asked.</summary>
    public const int NoToken = FailureCodes.NoWeChatToken;

    private const string Path = "/cgi-bin/message/subscribe/send";
    private static readonly WeChatAnswer s_noToken = new() { ErrCode = NoToken };

    /// <returns>Null when nobody knows whether WeChat took it.</returns>
    public async Task<WeChatAnswer?> Send(SubscribeMessage message, CancellationToken ct)
    {
        using var http = clients.CreateClient(Client);
        if (await tokens.Get(http, rejected: null, ct) is not { } token)
            return s_noToken;
        var answer = await Post(http, message, token, ct);
        if (answer is { ErrCode: WeChatCodes.Busy })
            return await Post(http, message, token, ct);
        if (answer is null || !WeChatCodes.IsTokenRejected(answer.ErrCode))
            return answer;
        return await tokens.Get(http, rejected: token, ct) is { } newer ? await Post(http, message, newer, ct) : s_noToken;
    }

    private static Task<WeChatAnswer?> Post(HttpClient http, SubscribeMessage message, string token, CancellationToken ct) =>
        WeChatHttp.Send(
            http,
            () =>
                new HttpRequestMessage(HttpMethod.Post, $"{Path}?access_token={Uri.EscapeDataString(token)}")
                {
                    Content = JsonContent.Create(message),
                },
            ct
        );
}

internal sealed record SubscribeMessage(
    [property: JsonPropertyName("touser")] string ToUser,
    [property: JsonPropertyName("template_id")] string TemplateId,
    [property: JsonPropertyName("page")] string Page,
    [property: JsonPropertyName("miniprogram_state")] string State,
    [property: JsonPropertyName("lang")] string Language,
    [property: JsonPropertyName("data")] IReadOnlyDictionary<string, SubscribeValue> Data
);

internal sealed record SubscribeValue([property: JsonPropertyName("value")] string Value);
