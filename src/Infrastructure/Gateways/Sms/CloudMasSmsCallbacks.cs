using System.Text.Json;
using Domain.InboundMessages;
using Domain.Notifications;

namespace Infrastructure.Gateways.Sms;

/// <summary>Callbacks of Cloud MAS: not signed, China time as <c>yyyyMMddHHmmss</c>, replies without a number of their own.</summary>
internal sealed class CloudMasSmsCallbacks : ISmsCallbacks
{
    private const string Success = "CM:0000";

    public (string Body, string ContentType) Thanks => ("OK", "text/plain");

    public bool IsSigned(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now) => true;

    public CallbackItems<GatewayReceipt>? Receipts(ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        SmsCallbackReading.Read(body, item => Receipt(item, now));

    public CallbackItems<IncomingSms>? Replies(ReadOnlyMemory<byte> body, DateTimeOffset now) =>
        SmsCallbackReading.Read(
            body,
            item =>
            {
                var (from, text, extension, at) = (
                    item.Text("mobile"),
                    item.Text("smsContent"),
                    item.Text("addSerial"),
                    item.Text("sendTime")
                );
                return SmsCallbackReading.Incoming(
                    SmsCallbackReading.SequenceOf(from, extension, text, at),
                    from,
                    text,
                    extension,
                    At(at, now)
                );
            }
        );

    private static GatewayReceipt? Receipt(JsonElement item, DateTimeOffset now)
    {
        var (group, status) = (item.Text("msgGroup"), item.Text("reportStatus"));
        if (!SmsCallbackReading.IsId(group) || status.Length == 0)
            return null;
        return new GatewayReceipt
        {
            Gateway = SmsCallbackReading.Gateway,
            ProviderId = group,
            Delivered = status == Success,
            Code = SmsSending.Short(item.Text("errorCode") is { Length: > 0 } code ? code : status),
            At = At(item.Text("receiveDate"), now),
            KeptAt = now,
        };
    }

    private static DateTimeOffset At(string text, DateTimeOffset now) =>
        SmsCallbackReading.At(text, now, "yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss");
}
