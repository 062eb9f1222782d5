namespace Domain.Notifications;

public enum NoticeChannel
{
    Sms,

    /// <summary>A subscribe message (订阅消息) of the mini-program.</summary>
    WeChat,
    Email,

    /// <summary>A recorded call (语音通知).</summary>
    Voice,

    /// <summary>The inbox in the Portal or the mini-program (站内消息): there as soon as it is written.</summary>
    InApp,
}

public static class NoticeChannels
{
    /// <summary>Those that a gateway has to carry.</summary>
    public static readonly IReadOnlyList<NoticeChannel> Sent = [.. Enum.GetValues<NoticeChannel>().Where(c => c != NoticeChannel.InApp)];

    /// <summary>The word on every screen.</summary>
    public static string Chinese(this NoticeChannel channel) =>
        channel switch
        {
            NoticeChannel.Sms => "短信",
            NoticeChannel.WeChat => "微信",
            NoticeChannel.Email => "邮件",
            NoticeChannel.Voice => "语音",
            NoticeChannel.InApp => "站内消息",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };
}
