namespace Infrastructure.Notifications;

/// <summary>Why a notice did not arrive, for people: the gateways' codes in Chinese.</summary>
public static class FailureWords
{
    private static readonly Dictionary<string, string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["43101"] = "当事人没有同意接收这条微信通知",
        ["40003"] = "微信号不对",
        ["47003"] = "微信模板的内容不合格式",
        ["UNDELIV"] = "手机没有收到",
        ["UNDELIVRD"] = "手机没有收到",
        ["EXPIRED"] = "手机关机或不在服务区，超过了等待时间",
        ["REJECTD"] = "运营商拒收",
        ["REJECTED"] = "运营商拒收",
        ["BLACKLIST"] = "号码在免打扰名单里",
        ["NO_SUCH_NUMBER"] = "号码不存在",
        ["INVALID_NUMBER"] = "号码不对",
        ["UNKNOWN"] = "运营商没有说明原因",
        ["no_address"] = "没有登记号码",
        ["no_credit"] = "当事人没有同意接收这条微信通知",
        ["timeout"] = "网关没有应答",
        ["circuit_open"] = "网关暂停",
        ["rate_limited"] = "网关限流",
        ["gateway_down"] = "网关连不上",
    };

    /// <returns>A code that is not known is shown as it is, so that somebody can ask the gateway.</returns>
    public static string Of(string code) =>
        code.Length == 0 ? "没有说明原因" : s_words.TryGetValue(code, out var words) ? words : $"网关代码 {code}";
}
