using System.Globalization;
using System.Text.Json;
using Domain.InboundMessages;
using Domain.Notifications;
using Infrastructure.Gateways.Sms;

namespace Infrastructure.Gateways.Voice;

/// <summary>What the calls came to, signed and written like the SMS gateway's receipts: answered is delivered, everything else failed.</summary>
public sealed class VoiceCallbacks(VoiceOptions options) : ISmsCallbacks
{
    private const string Gateway = "voice";

    public (string Body, string ContentType) Thanks => ("""{"ok":true}""", "application/json");

    public bool IsSigned(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        SmsSignature.IsGood(options.Secret, timestamp, signature, body, now);

    public CallbackItems<GatewayReceipt>? Receipts(ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        SmsCallbackReading.Read(body, item => Receipt(item, now));

    /// <summary>Nobody can say anything back.</summary>
    public CallbackItems<IncomingSms>? Replies(ReadOnlyMemory<byte> body, DateTimeOffset now) => null;

    private static GatewayReceipt? Receipt(JsonElement item, DateTimeOffset now)
    {
        var (id, status) = (item.Text("providerId"), item.Text("status"));
        if (!SmsCallbackReading.IsId(id) || status is not ("answered" or "failed"))
            return null;
        return new GatewayReceipt
        {
            Gateway = Gateway,
            ProviderId = id,
            NoticeId = Guid.TryParse(item.Text("id"), out var notice) ? notice : null,
            Delivered = status == "answered",
            Code = SmsSending.Short(item.Text("code")),
            At = DateTimeOffset.TryParse(item.Text("at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at.ToUniversalTime()
                : now,
            KeptAt = now,
        };
    }
}
