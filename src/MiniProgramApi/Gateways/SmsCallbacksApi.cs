using Domain.InboundMessages;
using Domain.Notifications;
using Infrastructure.Gateways.Sms;
using Infrastructure.Gateways.Voice;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace MiniProgramApi.Gateways;

/// <summary>
/// Where gateways report what became of messages and hand over what people wrote. What comes is stored and thanked
/// for; workers act on it. Whatever is wrong with a call is answered as if there were nothing here.
/// </summary>
internal static partial class SmsCallbacksApi
{
    private const int MaxBody = 256 * 1024;

    public static void MapSmsCallbacks(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<SmsOptions>();
        if (!options.IsConfigured)
            return;
        var guard = new CallbackGuard(options.CallbackSecret, "Sms:CallbackAddresses", options.CallbackAddresses);
        var callbacks = app.MapGroup("/gateways/sms/{secret}").AllowAnonymous().ExcludeFromDescription().WithMetadata(new SizeLimit());
        callbacks.Map(
            "/receipts",
            (HttpContext context, string secret, ISmsCallbacks provider, KeepReceipts keep, TimeProvider clock, ILoggerFactory logs) =>
                Take(
                    context,
                    guard,
                    secret,
                    "sms/-/receipts",
                    provider.Receipts,
                    (items, ct) => keep.Handle(items, ct),
                    provider,
                    clock,
                    logs
                )
        );
        callbacks.Map(
            "/replies",
            (HttpContext context, string secret, ISmsCallbacks provider, KeepInboundSms keep, TimeProvider clock, ILoggerFactory logs) =>
                Take(
                    context,
                    guard,
                    secret,
                    "sms/-/replies",
                    provider.Replies,
                    (items, ct) => keep.Handle(items, ct),
                    provider,
                    clock,
                    logs
                )
        );
    }

    /// <summary>What calls came to (docs/voice-gateway.md), under the same rules.</summary>
    public static void MapVoiceCallbacks(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<VoiceOptions>();
        if (!options.IsConfigured)
            return;
        var guard = new CallbackGuard(options.CallbackSecret, "Voice:CallbackAddresses", options.CallbackAddresses);
        app.MapGroup("/gateways/voice/{secret}")
            .AllowAnonymous()
            .ExcludeFromDescription()
            .WithMetadata(new SizeLimit())
            .Map(
                "/receipts",
                (HttpContext context, string secret, VoiceCallbacks provider, KeepReceipts keep, TimeProvider clock, ILoggerFactory logs) =>
                    Take(
                        context,
                        guard,
                        secret,
                        "voice/-/receipts",
                        provider.Receipts,
                        (items, ct) => keep.Handle(items, ct),
                        provider,
                        clock,
                        logs
                    )
            );
    }

    private static async Task<IResult> Take<T>(
        HttpContext context,
        CallbackGuard guard,
        string secret,
        string what,
        Func<ReadOnlyMemory<byte>, DateTimeOffset, CallbackItems<T>?> read,
        Func<IReadOnlyList<T>, CancellationToken, Task> keep,
        ISmsCallbacks provider,
        TimeProvider clock,
        ILoggerFactory logs
    )
    {
        context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("url.path", $"/gateways/{what}"); // the secret stays out of traces
        if (!HttpMethods.IsPost(context.Request.Method))
            return TypedResults.NotFound();
        if (!guard.Admits(secret, context.Connection.RemoteIpAddress))
            return TypedResults.NotFound();
        var log = logs.CreateLogger(typeof(SmsCallbacksApi));
        var headers = context.Request.Headers;
        var now = clock.GetUtcNow();
        if (
            await Body(context.Request) is not { } body
            || !provider.IsSigned(headers["X-Timestamp"], headers["X-Signature"], body.Span, now)
        )
        {
            Refused(log, what);
            return TypedResults.NotFound();
        }

        if (read(body, now) is not { } found)
        {
            Unreadable(log, what, body.Length);
            return TypedResults.NotFound();
        }

        if (found.Unreadable > 0)
            PartlyUnreadable(log, what, found.Unreadable, found.Items.Count);
        await keep(found.Items, context.RequestAborted);
        return TypedResults.Text(provider.Thanks.Body, provider.Thanks.ContentType);
    }

    /// <returns>The body as it came, which is what is signed; null when it is too long.</returns>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBody)
                return null;
        }

        return body.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A callback ({What}) with the right path is too long or not signed as agreed")]
    private static partial void Refused(ILogger log, string what);

    [LoggerMessage(Level = LogLevel.Error, Message = "A callback ({What}) of {Bytes} bytes cannot be read")]
    private static partial void Unreadable(ILogger log, string what, int bytes);

    [LoggerMessage(Level = LogLevel.Error, Message = "A callback ({What}) holds {Unreadable} unreadable items; {Kept} are kept")]
    private static partial void PartlyUnreadable(ILogger log, string what, int unreadable, int kept);

    private sealed class SizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MaxBody;
    }
}
