using Infrastructure.Gateways.WeChat;
using Microsoft.AspNetCore.Http.Features;

namespace MiniProgramApi.Gateways;

/// <summary>Where WeChat pushes events to: <c>/gateways/wechat/{secret}</c>. Whatever is wrong with a call is answered as if there were nothing here.</summary>
internal static partial class WeChatPushApi
{
    private const string Thanks = "success"; // the word that WeChat waits for, within 5 s

    public static void MapWeChatPush(this WebApplication app)
    {
        var push = app.MapGroup("/gateways/wechat/{secret}").AllowAnonymous().ExcludeFromDescription();
        push.MapGet("", Check);
        push.MapPost("", Take);
    }

    /// <summary>The console's set-up check: what it sent goes back as plain text.</summary>
    private static IResult Check(HttpContext context, string secret, WeChatPush push)
    {
        HideSecret(context);
        var query = context.Request.Query;
        return push.Admits(secret) && push.IsSigned(query["signature"], query["timestamp"], query["nonce"])
            ? TypedResults.Text(query["echostr"].ToString())
            : TypedResults.NotFound();
    }

    private static async Task<IResult> Take(HttpContext context, string secret, WeChatPush push, TakeWeChatEvent take, ILoggerFactory logs)
    {
        HideSecret(context);
        if (!push.Admits(secret))
            return TypedResults.NotFound();
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted); // Kestrel stops at 64 KB
        var query = context.Request.Query;
        var log = logs.CreateLogger(typeof(WeChatPushApi));
        if (push.Open(body, query["signature"], query["msg_signature"], query["timestamp"], query["nonce"]) is not { } what)
        {
            Refused(log);
            return TypedResults.NotFound();
        }

        if (await take.Handle(what, context.RequestAborted))
            return TypedResults.Text(Thanks);
        Unreadable(log, body.Length);
        return TypedResults.Text(Thanks); // sent again it would be no clearer
    }

    private static void HideSecret(HttpContext context) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("url.path", "/gateways/wechat/-");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A WeChat push with the right path is not signed as agreed")]
    private static partial void Refused(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "A WeChat push of {Length} characters cannot be read; set it to JSON in the console")]
    private static partial void Unreadable(ILogger log, int length);
}
