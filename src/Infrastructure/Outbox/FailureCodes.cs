using Polly.Timeout;

namespace Infrastructure.Outbox;

/// <summary>Our own words for why a notice did not go; the others are the gateways'.</summary>
public static class FailureCodes
{
    public const string ChannelOff = "channel_off";
    public const string NoAddress = "no_address";
    public const string NoText = "no_text";
    public const string NoAnswer = "no_answer";
    public const string Timeout = "timeout";
    public const string Unreachable = "unreachable";
    public const string GatewayError = "gateway_error";
    public const string WorkerLost = "worker_lost";

    public static string Of(Exception e) =>
        e switch
        {
            TimeoutRejectedException or TimeoutException or OperationCanceledException => Timeout,
            HttpRequestException or IOException => Unreachable,
            _ => GatewayError,
        };

    /// <summary>Why, for somebody who has to do something about it; a gateway's own code is shown as it is.</summary>
    public static string Chinese(string code) =>
        code switch
        {
            ChannelOff => "这个渠道没有启用",
            NoAddress => "没有可用的号码或地址",
            NoText => "通知内容无法生成，请联系系统管理员",
            NoAnswer => "通道没有返回结果",
            Timeout => "通道超时没有应答",
            Unreachable => "连不上通道",
            GatewayError => "通道出错",
            WorkerLost => "发送程序中断，结果未知",
            NoticeEnds.Expired => "超过有效时间仍未发出",
            "43101" => "当事人没有订阅微信通知",
            "UNDELIV" or "UNDELIVERED" => "短信未送达",
            "EXPIRED" => "短信在通道中超时",
            "REJECTD" or "REJECTED" => "短信被运营商拒收",
            "EMPTY" or "MK:0001" => "号码是空号",
            "BLACK" or "BLACKLIST" => "号码在运营商的黑名单中",
            "OFF" => "手机关机或不在服务区",
            "NO_ANSWER" => "无人接听",
            "BUSY" => "对方正在通话",
            "voice.number_invalid" => "号码不对，不能拨打",
            "voice.not_at_night" => "夜间不拨打，等到早上",
            "552" => "对方邮箱已满（552）",
            _ => $"通道返回 {code}",
        };
}
