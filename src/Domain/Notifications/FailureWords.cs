using System.Globalization;

namespace Domain.Notifications;

/// <summary>Why a notice did not go, and what somebody has to do about it.</summary>
/// <param name="ToDo">Empty where it goes on by itself.</param>
public sealed record FailureWords(string Why, string ToDo)
{
    private const string AskProvider = "请系统管理员联系通道供应商";
    private const string CheckNumber = "请核对号码，或者用其他方式告知";
    private const string Otherwise = "请用其他方式告知";
    private const string CheckWeChat = "请系统管理员检查微信模板和小程序的权限";
    private const string CheckSecret = "请系统管理员检查小程序的 AppId 和 AppSecret";
    private const string CheckAccount = "请系统管理员检查短信通道的账号和签名";
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
        [Notice.OutOfTime] = new("超过有效时间仍未发出", Otherwise),

        ["sms.number_invalid"] = new("号码不对，不能发短信", CheckNumber),
        ["sms.too_long"] = new("短信超过长度", CheckSms),
        ["sms.empty"] = new("短信没有内容", CheckSms),
        ["sms.unreachable"] = new("连不上短信通道", "持续出现时，请系统管理员检查网络和通道地址"),
        ["sms.not_answered"] = new("短信通道没有返回结果", GoesOn),
        [FailureCodes.OutcomeUnknown] = new("短信通道没有说明是否发出", Otherwise),
        ["http.429"] = new("短信通道繁忙", GoesOn),
        ["http.503"] = new("短信通道暂停服务", GoesOn),
        ["IllegalMac"] = new("短信通道不接受平台的签名", CheckAccount),
        ["IllegalSignId"] = new("短信通道不接受签名编号", CheckAccount),
        ["NoSignId"] = new("短信通道没有这个签名编号", CheckAccount),
        ["InvalidUsrOrPwd"] = new("短信通道不接受平台的账号", CheckAccount),
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
        ["43101"] = new("当事人没有订阅微信通知", GoesOn),
        ["-1"] = new("微信系统繁忙", GoesOn),
        ["43108"] = new("同时发给一个人，微信要求稍后再发", GoesOn),
        ["45011"] = new("微信限制了发送频率", GoesOn),
        ["45009"] = new("今天的微信发送次数已经用完", "持续出现时，请系统管理员申请提高额度"),
        [FailureCodes.NoWeChatToken.ToString(CultureInfo.InvariantCulture)] = new("没有取得微信的访问凭证", CheckSecret),
        ["40001"] = new("微信不接受访问凭证", CheckSecret),
        ["40014"] = new("微信不接受访问凭证", CheckSecret),
        ["42001"] = new("微信的访问凭证过期", GoesOn),
        ["40003"] = new("微信不认识这位当事人", Otherwise),
        ["40037"] = new("微信模板编号不对", CheckWeChat),
        ["41030"] = new("微信消息打开的页面不存在", CheckWeChat),
        ["47003"] = new("微信消息的栏目内容不合要求", CheckWeChat),
        ["48001"] = new("小程序没有发送订阅消息的权限", CheckWeChat),
        ["43107"] = new("小程序的订阅消息能力被封禁", CheckWeChat),

        // What hands enter of a service, and its own: DocumentService lies above and names these itself.
        ["no_account"] = new("没有本平台的账户", GoesOn),
        ["fax_failed"] = new("传真没有发通", GoesOn),
        ["fax_in_vain"] = new("传真到达，但号码不是本人提供或者确认的，不算送达", GoesOn),
        ["not_met"] = new("没有见到受送达人", GoesOn),
        ["mail_refused"] = new("退回：受送达人或者指定的代收人拒收", GoesOn),
        ["mail_refused_by_other"] = new("退回：拒收，不是本人或者不知道是谁", GoesOn),
        ["mail_wrong_address"] = new("退回：地址不准确", GoesOn),
        ["mail_moved"] = new("退回：迁移新址不明", GoesOn),
        ["mail_nobody_there"] = new("退回：多次投递无人接收", GoesOn),
        ["mail_postal"] = new("退回：邮政原因", GoesOn),
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
}
