using System.Globalization;
using Infrastructure.Gateways.WeChat;

namespace Infrastructure.Outbox;

/// <summary>Why a notice did not go, and what somebody has to do about it.</summary>
/// <param name="ToDo">Empty where it goes on by itself.</param>
public sealed record FailureWords(string Why, string ToDo)
{
    private const string AskProvider = "请系统管理员联系通道供应商";
    private const string CheckNumber = "请核对号码，或者用其他方式告知";
    private const string Otherwise = "请用其他方式告知";
    private const string CheckWeChat = "请系统管理员检查微信模板和小程序的权限";
    private const string CheckSms = "请系统管理员检查这一类通知的短信模板";
    private const string GoesOn = "";
    private const string MailServer = "smtp_";

    private static readonly Dictionary<string, FailureWords> s_byCode = new(StringComparer.OrdinalIgnoreCase)
    {
        [FailureCodes.ChannelOff] = new("这个渠道没有启用", "请系统管理员配置这个渠道"),
        [FailureCodes.NoAddress] = new("没有可用的号码或地址", "请补登号码或邮箱"),
        [FailureCodes.BadAddress] = new("邮箱地址不对", "请更正邮箱地址"),
        [FailureCodes.NoText] = new("通知内容无法生成", "请系统管理员检查这一类通知的模板"),
        [FailureCodes.NoAnswer] = new("通道没有返回结果", GoesOn),
        [FailureCodes.Timeout] = new("通道超时没有应答", GoesOn),
        [FailureCodes.Unreachable] = new("连不上通道", "持续出现时，请系统管理员检查网络和通道地址"),
        [FailureCodes.GatewayError] = new("通道出错", "持续出现时，" + AskProvider),
        [FailureCodes.WorkerLost] = new("发送程序中断，结果未知", GoesOn),
        [NoticeEnds.Expired] = new("超过有效时间仍未发出", Otherwise),

        ["sms.number_invalid"] = new("号码不对，不能发短信", CheckNumber),
        ["sms.too_long"] = new("短信超过长度", CheckSms),
        ["sms.empty"] = new("短信没有内容", CheckSms),
        ["sms.unreachable"] = new("连不上短信通道", "持续出现时，请系统管理员检查网络和通道地址"),
        ["sms.not_answered"] = new("短信通道没有返回结果", GoesOn),
        ["simulator.refused"] = new("模拟器按开关拒收", "在手机模拟器的页面上改回“正常”"),
        ["UNDELIV"] = new("短信未送达", CheckNumber),
        ["UNDELIVERED"] = new("短信未送达", CheckNumber),
        ["EXPIRED"] = new("短信在通道中超时", CheckNumber),
        ["REJECTD"] = new("短信被运营商拒收", CheckNumber),
        ["REJECTED"] = new("被运营商或对方拒收", CheckNumber),
        ["EMPTY"] = new("号码是空号", CheckNumber),
        ["MK:0001"] = new("号码是空号", CheckNumber),
        ["BLACK"] = new("号码在运营商的黑名单中", CheckNumber),
        ["BLACKLIST"] = new("号码在运营商的黑名单中", CheckNumber),
        ["OFF"] = new("手机关机或不在服务区", CheckNumber),

        ["NO_ANSWER"] = new("无人接听", Otherwise),
        ["BUSY"] = new("对方正在通话", Otherwise),
        ["voice.number_invalid"] = new("号码不对，不能拨打", CheckNumber),
        ["voice.not_answered"] = new("语音通道没有返回结果", GoesOn),
        [FailureCodes.NotAtNight] = new("夜间不拨打，等到早上", GoesOn),

        [FailureCodes.MailWithoutTls] = new(
            "邮件服务器不支持加密连接",
            "请系统管理员启用邮件服务器的 STARTTLS，内网服务器可以关闭加密要求"
        ),
        [FailureCodes.MailTlsFailed] = new("和邮件服务器的加密连接没有建立", "请系统管理员检查邮件服务器的证书"),

        [FailureCodes.NoTemplate] = new("这一类通知没有配置微信模板", "请系统管理员配置微信模板"),
        [FailureCodes.NoOpenId] = new("当事人没有用微信登录过", GoesOn),
        [FailureCodes.NoCredit] = new("当事人没有订阅微信通知", GoesOn),
        [Text(WeChatCodes.NoCredit)] = new("当事人没有订阅微信通知", GoesOn),
        [Text(WeChatCodes.Busy)] = new("微信系统繁忙", GoesOn),
        [Text(WeChatCodes.SentAtOnce)] = new("同时发给一个人，微信要求稍后再发", GoesOn),
        [Text(WeChatCodes.TooOften)] = new("微信限制了发送频率", GoesOn),
        [Text(WeChatCodes.DayQuotaUsed)] = new("今天的微信发送次数已经用完", "持续出现时，请系统管理员申请提高额度"),
        [Text(SubscribeCalls.NoToken)] = new("没有取得微信的访问凭证", "请系统管理员检查小程序的 AppId 和 AppSecret"),
        ["40003"] = new("微信不认识这位当事人", Otherwise),
        ["40037"] = new("微信模板编号不对", CheckWeChat),
        ["41030"] = new("微信消息打开的页面不存在", CheckWeChat),
        ["47003"] = new("微信消息的栏目内容不合要求", CheckWeChat),
        ["48001"] = new("小程序没有发送订阅消息的权限", CheckWeChat),
        ["43107"] = new("小程序的订阅消息能力被封禁", CheckWeChat),
    };

    /// <summary>One sentence without a stop.</summary>
    public override string ToString() => ToDo.Length == 0 ? Why : $"{Why}，{ToDo}";

    public static FailureWords Of(string code) =>
        s_byCode.TryGetValue(code, out var words) ? words
        : code.StartsWith(MailServer, StringComparison.Ordinal) ? OfMailServer(code[MailServer.Length..])
        : new($"通道返回 {code}", AskProvider);

    /// <summary>Replies of RFC 5321; the first digit says whether it is the server's last word.</summary>
    private static FailureWords OfMailServer(string reply) =>
        int.TryParse(reply, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number switch
            {
                530 or 534 or 535 => new("邮件服务器不接受平台的账号", "请系统管理员检查邮件账号和密码"),
                550 or 551 or 553 => new($"没有这个邮箱（{number}）", "请更正邮箱地址"),
                552 or 452 => new($"对方邮箱已满（{number}）", Otherwise),
                554 => new("对方邮件系统拒收（554）", Otherwise),
                >= 400 and < 500 => new($"邮件服务器暂时不收（{number}）", GoesOn),
                _ => new($"邮件服务器拒收（{number}）", "请系统管理员检查邮件服务器"),
            }
            : new("邮件服务器没有应答", "请系统管理员检查邮件服务器");

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
