using System.Globalization;
using System.Text.Json;

namespace Infrastructure.Gateways.WeChat;

/// <summary>An event about subscribe messages. Numbers come as strings at times, and one item without its array.</summary>
/// <param name="OpenId">Whom it is about.</param>
internal sealed record WeChatEvent(string Name, string OpenId, DateTimeOffset At, IReadOnlyList<WeChatEventItem> Items)
{
    public const string Answered = "subscribe_msg_popup_event";
    public const string SwitchedOff = "subscribe_msg_change_event";
    public const string Sent = "subscribe_msg_sent_event";

    /// <returns>Null when it is no event that can be read.</returns>
    public static WeChatEvent? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || Text(root, "Event") is not { Length: > 0 } name
                || !long.TryParse(Text(root, "CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            )
                return null;
            var items = root.TryGetProperty("List", out var list) ? list : default;
            return new WeChatEvent(
                name,
                Text(root, "FromUserName"),
                DateTimeOffset.FromUnixTimeSeconds(at),
                items.ValueKind switch
                {
                    JsonValueKind.Array => [.. items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(Item)],
                    JsonValueKind.Object => [Item(items)],
                    _ => [],
                }
            );
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static WeChatEventItem Item(JsonElement item) =>
        new(
            Text(item, "TemplateId"),
            Text(item, "SubscribeStatusString"),
            Text(item, "MsgID"),
            Text(item, "ErrorCode"),
            Text(item, "ErrorStatus")
        );

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
}

/// <param name="Status">accept, reject.</param>
/// <param name="ErrorCode">0 when the message arrived.</param>
internal sealed record WeChatEventItem(string TemplateId, string Status, string MessageId, string ErrorCode, string ErrorStatus);
