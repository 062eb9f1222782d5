using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Simulators.App;
using Simulators.Phones;

namespace Simulators.WeChat;

/// <summary>The part of WeChat's server interface that the platform calls; errors come with status 200, as there.</summary>
internal static class WeChatApi
{
    private static long s_messages = 2_101_010_100;

    public static void MapWeChat(this WebApplication app)
    {
        app.MapGet("/sns/jscode2session", SignIn);
        app.MapPost("/cgi-bin/stable_token", Token);
        app.MapPost("/wxa/business/getuserphonenumber", PhoneNumber);
        app.MapPost("/cgi-bin/message/subscribe/send", Send);
    }

    private static async Task<IResult> SignIn(
        string? appid,
        string? secret,
        string? js_code,
        WeChatAccounts accounts,
        Switchboard switches,
        IOptions<SimulatorOptions> options,
        CancellationToken ct
    )
    {
        if (await Broken(switches, ct) is { } broken)
            return broken;
        if (AppError(appid, secret, options.Value.WeChat) is { } error)
            return error;
        var (openId, code) = accounts.SignIn(js_code ?? "");
        return openId is null
            ? Error(code, code == 40163 ? "code been used" : "invalid code")
            : TypedResults.Ok(new { openid = openId, session_key = "AAECAwQFBgcICQoLDA0ODw==" });
    }

    private static async Task<IResult> Token(
        TokenRequest asked,
        WeChatAccounts accounts,
        Switchboard switches,
        IOptions<SimulatorOptions> options,
        CancellationToken ct
    )
    {
        if (await Broken(switches, ct) is { } broken)
            return broken;
        if (AppError(asked.AppId, asked.Secret, options.Value.WeChat) is { } error)
            return error;
        var (token, seconds) = accounts.Token(asked.Force);
        return TypedResults.Ok(new { access_token = token, expires_in = seconds });
    }

    private static async Task<IResult> PhoneNumber(
        string? access_token,
        PhoneRequest asked,
        WeChatAccounts accounts,
        Switchboard switches,
        IOptions<SimulatorOptions> options,
        CancellationToken ct
    )
    {
        if (await Broken(switches, ct) is { } broken)
            return broken;
        if (!accounts.IsToken(access_token))
            return TokenError();
        var (phone, error) = accounts.PhoneNumber(asked.Code ?? "");
        if (phone is null)
            return Error(error, "invalid code");
        return TypedResults.Ok(
            new
            {
                errcode = 0,
                errmsg = "ok",
                phone_info = new
                {
                    phoneNumber = phone,
                    purePhoneNumber = phone,
                    countryCode = "86",
                    watermark = new { timestamp = 0, appid = options.Value.WeChat.AppId },
                },
            }
        );
    }

    private static async Task<IResult> Send(
        string? access_token,
        SendRequest asked,
        WeChatAccounts accounts,
        Inbox inbox,
        Switchboard switches,
        CancellationToken ct
    )
    {
        var behaviour = await switches.Asked(Gateway.WeChat, ct);
        if (behaviour.Answers == Answers.Fails)
            return TypedResults.StatusCode(500);
        var counts = switches.Of(Gateway.WeChat);
        if (!accounts.IsToken(access_token))
            return TokenError();
        var error =
            asked.ToUser?.StartsWith("oSim", StringComparison.Ordinal) is not true ? Error(40003, "invalid openid")
            : string.IsNullOrWhiteSpace(asked.TemplateId) ? Error(40037, "invalid template_id")
            : SubscribeData.Problem(asked.Data) is { } problem ? Error(47003, problem)
            : behaviour.Answers == Answers.Refuses ? Error(43101, "user refuse to accept the msg")
            : null;
        if (error is not null)
        {
            counts.Refuse();
            return error;
        }

        var fields = asked.Data!.ToDictionary(d => d.Key, d => d.Value.Value!);
        inbox.Add(
            new PhoneMessage(0, Kind.WeChat, accounts.NameOf(asked.ToUser!), asked.TemplateId!, asked.Page ?? "", default, "已送达")
            {
                Fields = fields,
            },
            out _
        );
        counts.Take();
        if (behaviour.Answers == Answers.TakesSilently)
            await switches.Hang(Gateway.WeChat, ct);
        return TypedResults.Ok(
            new
            {
                errcode = 0,
                errmsg = "ok",
                msgid = Interlocked.Increment(ref s_messages),
            }
        );
    }

    /// <summary>Signing in stays possible while messages are refused.</summary>
    private static async Task<IResult?> Broken(Switchboard switches, CancellationToken ct)
    {
        var behaviour = switches[Gateway.WeChat];
        if (behaviour.DelayMs > 0)
            await Task.Delay(behaviour.DelayMs, ct);
        if (behaviour.Answers == Answers.Hangs)
            await switches.Hang(Gateway.WeChat, ct);
        return behaviour.Answers == Answers.Fails ? TypedResults.StatusCode(500) : null;
    }

    private static IResult? AppError(string? appId, string? secret, SimulatorOptions.WeChatAccount account) =>
        appId != account.AppId ? Error(40013, "invalid appid")
        : secret != account.AppSecret ? Error(40125, "invalid appsecret")
        : null;

    private static IResult TokenError() => Error(40001, "invalid credential, access_token is invalid or not latest");

    private static IResult Error(int code, string words) => TypedResults.Ok(new { errcode = code, errmsg = $"{words} rid: sim-{code}" });

    private sealed record TokenRequest(
        [property: JsonPropertyName("appid")] string? AppId,
        string? Secret,
        [property: JsonPropertyName("force_refresh")] bool Force
    );

    private sealed record PhoneRequest(string? Code);

    private sealed record SendRequest(
        [property: JsonPropertyName("touser")] string? ToUser,
        [property: JsonPropertyName("template_id")] string? TemplateId,
        string? Page,
        Dictionary<string, SubscribeData.Field>? Data
    );
}
