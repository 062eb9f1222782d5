using Domain.Notifications;

namespace Domain.DocumentService;

public static class ServiceChannels
{
    /// <summary>The word on every screen and certificate.</summary>
    public static string Chinese(this ServiceChannel channel) =>
        channel switch
        {
            ServiceChannel.WeChat => "微信",
            ServiceChannel.SmsLink => "短信链接",
            ServiceChannel.Email => "电子邮箱",
            ServiceChannel.WebAccount => "网上账户",
            ServiceChannel.Voice => "语音通知",
            ServiceChannel.Fax => "传真",
            ServiceChannel.Post => "邮寄",
            ServiceChannel.InPerson => "当面送达",
            ServiceChannel.PublicNotice => "公告",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };

    /// <summary>The way by which the outbox carries it; null for what people carry.</summary>
    public static NoticeChannel? Notice(this ServiceChannel channel) =>
        channel switch
        {
            ServiceChannel.WeChat => NoticeChannel.WeChat,
            ServiceChannel.SmsLink => NoticeChannel.Sms,
            ServiceChannel.Email => NoticeChannel.Email,
            ServiceChannel.WebAccount => NoticeChannel.InApp,
            ServiceChannel.Voice => NoticeChannel.Voice,
            _ => null,
        };

    /// <summary>Electronic service needs consent (CPL 90); a voice notice only prompts and serves nobody by itself (OLR 32).</summary>
    public static bool IsElectronic(this ServiceChannel channel) =>
        channel
            is ServiceChannel.WeChat
                or ServiceChannel.SmsLink
                or ServiceChannel.Email
                or ServiceChannel.WebAccount
                or ServiceChannel.Fax
                or ServiceChannel.Voice;

    /// <summary>Who is met in person, or told by the public, is not reached at an address that somebody gave.</summary>
    public static bool HasAddress(this ServiceChannel channel) => channel is not (ServiceChannel.InPerson or ServiceChannel.PublicNotice);

    /// <summary>The word for where an address comes from.</summary>
    public static string Chinese(this AddressBasis basis) =>
        basis switch
        {
            AddressBasis.Provided => "本人提供",
            AddressBasis.Confirmed => "本人确认",
            AddressBasis.Found => "法院查得",
            AddressBasis.Unconfirmed => "法院查得，未核实",
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
        };
}
