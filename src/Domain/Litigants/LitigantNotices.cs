using Domain.Notifications;

namespace Domain.Litigants;

public static class LitigantNotices
{
    public static readonly NoticeKind Code = new(
        "sms_code",
        "登录验证码",
        [NoticeChannel.Sms],
        "【广州微法院】登录验证码 {code}，5 分钟内有效。法院不会向您索要验证码。"
    )
    {
        Lifetime = SmsCode.Lifetime,
        Express = true,
        SecretFields = ["code"],
        IsPassing = true,
    };

    public static readonly NoticeKind CodesPaused = OutboxNotices.Stuck with { Key = "sms_code.paused", Title = "验证码请求异常" };

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Code, CodesPaused];
}
