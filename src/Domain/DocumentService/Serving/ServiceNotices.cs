using Domain.Cases;
using Domain.Notifications;

namespace Domain.DocumentService;

/// <summary>What recipients are told. Which document it is, and of restricted cases anything at all, is read after the identity is known.</summary>
public static class ServiceNotices
{
    private static readonly NoticeChannel[] s_ways =
    [
        NoticeChannel.Sms,
        NoticeChannel.WeChat,
        NoticeChannel.Email,
        NoticeChannel.Voice,
        NoticeChannel.InApp,
    ];

    /// <summary>Failures are the service's own: it falls back by its plan, not the notice.</summary>
    public static readonly NoticeKind Documents = new(
        "service.documents",
        "法院文书送达",
        s_ways,
        "【广州法院12368】您好，您在{court}{caseNumber}的案件有 {count} 份文书送达给您，请点开查收：{serviceLink}"
    )
    {
        ShortText = "您有法院文书，请点开签收",
        InboxText = "您有 {count} 份法院文书，点开查收。",
        VoiceText =
            "您好，这里是广州法院 12368 诉讼服务平台。{court}有 {count} 份法院文书送达给您，请打开微信小程序广州微法院查收，或者拨打 12368。法院不会在电话里索要密码、验证码，也不会要求转账。",
        SecretFields = [ServiceLink],
        IsPassing = true,
    };

    public static readonly NoticeKind Plain = new(
        "service.documents_plain",
        "法院文书送达（不写案件）",
        s_ways,
        "【广州法院12368】您好，您有一份法院文书，请点开查收：{serviceLink}"
    )
    {
        ShortText = "您有法院文书，请点开签收",
        InboxText = "您有一份法院文书，点开查收。",
        VoiceText =
            "您好，这里是广州法院 12368 诉讼服务平台。您有一份法院文书，请打开微信小程序广州微法院查收，或者拨打 12368。法院不会在电话里索要密码、验证码，也不会要求转账。",
        SecretFields = [ServiceLink],
        IsPassing = true,
    };

    /// <summary>To whoever follows a link, on the way by which the link came.</summary>
    public static readonly NoticeKind LinkCode = new(
        "service.link_code",
        "查收文书的验证码",
        [NoticeChannel.Sms, NoticeChannel.Email],
        "【广州法院12368】查收法院文书的验证码 {code}，5 分钟内有效。法院不会向您索要验证码。"
    )
    {
        Lifetime = Litigants.SmsCode.Lifetime,
        Express = true,
        SecretFields = ["code"],
        IsPassing = true,
    };

    public static readonly NoticeKind Forwarded = new(
        "service.forwarded",
        "当事人转来文书",
        [NoticeChannel.WeChat, NoticeChannel.Sms],
        "【广州法院12368】您代理的当事人转给您 1 份法院文书，请登录“广州微法院”小程序查看。"
    )
    {
        AlsoInApp = true,
        ShortText = "当事人转来文书，请点开查看",
        InboxText = "您代理的当事人转给您 1 份法院文书，点开查看。",
    };

    internal const string ServiceLink = "serviceLink";

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Documents, Plain, LinkCode, Forwarded];

    /// <returns>Null for channels that people carry.</returns>
    internal static Notice? For(Service service, PlannedWay way, string link)
    {
        if (way.Channel.Notice() is not { } channel)
            return null;
        Dictionary<string, string> fields = new()
        {
            ["court"] = service.CourtName,
            ["caseNumber"] = CaseNumber.ForSms(service.CaseNumber),
            ["count"] = service.StandingCopies().Count().ToString(System.Globalization.CultureInfo.InvariantCulture),
            [ServiceLink] = link,
        };
        return (service.IsSensitive ? Plain : Documents).Through(
            channel,
            service.LitigantId,
            way.Address.Length == 0 ? null : way.Address,
            fields,
            service.Subject
        );
    }
}
