using System.Globalization;
using System.Text.Json;
using Domain.InboundMessages;
using Domain.Notifications;

namespace Infrastructure.Gateways.Sms;

/// <summary>Callbacks by our own contract: signed, ISO 8601 instants, the notice's id handed back.</summary>
internal sealed class GatewaySmsCallbacks(SmsOptions options) : ISmsCallbacks
{
    public (string Body, string ContentType) Thanks => ("""{"ok":true}""", "application/json");

    public bool IsSigned(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        SmsSignature.IsGood(options.Secret, timestamp, signature, body, now);

    public CallbackItems<GatewayReceipt>? Receipts(ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        SmsCallbackReading.Read(body, item => Receipt(item, now));

    public CallbackItems<IncomingSms>? Replies(ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        SmsCallbackReading.Read(
            body,
            item =>
                SmsCallbackReading.Incoming(
                    item.Text("sequence"),
                    item.Text("from"),
                    item.Text("text"),
                    item.Text("extension"),
                    At(item, now)
                )
        );

    private static GatewayReceipt? Receipt(JsonElement item, DateTimeOffset now)
    {
        var (id, status) = (item.Text("providerId"), item.Text("status"));
        if (!SmsCallbackReading.IsId(id) || status is not ("delivered" or "failed"))
            return null;
        return new GatewayReceipt
        {
            Gateway = SmsCallbackReading.Gateway,
            ProviderId = id,
            NoticeId = Guid.TryParse(item.Text("id"), out var notice) ? notice : null,
            Delivered = status == "delivered",
            Code = SmsSending.Short(item.Text("code")),
            At = At(item, now),
            KeptAt = now,
        };
    }

    private static DateTimeOffset At(JsonElement item, DateTimeOffset now) =>
        DateTimeOffset.TryParse(item.Text("at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime()
            : now;
}
