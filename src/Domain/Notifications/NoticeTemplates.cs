using System.Text.RegularExpressions;

namespace Domain.Notifications;

/// <summary>The texts of notices, with named fields in braces. No case content and no full names leave by SMS (domain facts §10.3).</summary>
public static partial class NoticeTemplates
{
    public const string SmsCode = "sms_code";
    public const string Received = "work_order.received";
    public const string Dispatched = "work_order.dispatched";
    public const string Urged = "work_order.urged";
    public const string Interim = "work_order.interim";
    public const string Answered = "work_order.answered";

    private static readonly Dictionary<string, string> s_texts = new()
    {
        [SmsCode] = "【广州微法院】登录验证码 {code}，5 分钟内有效。法院不会向您索要验证码。",
        [Received] = "【广州法院12368】您的留言已收到，编号 {number}，最迟 {answerBy} 答复。可在“广州微法院”小程序查看。",
        [Dispatched] = "【广州法院12368】新工单 {number}{caseNumber}，{category}，应于 {answerBy} 24:00 前答复。请登录 12368 平台办理。",
        [Urged] = "【广州法院12368】工单 {number}{caseNumber} 当事人第 {count} 次催办，应于 {answerBy} 24:00 前答复。",
        [Interim] = "【广州法院12368】您的留言 {number} 法官有回复，请登录“广州微法院”小程序查看。",
        [Answered] = "【广州法院12368】您的留言 {number} 法官已答复，请登录“广州微法院”小程序查看并评价。",
    };

    public static IReadOnlyCollection<string> All => s_texts.Keys;

    /// <returns>The text as the phone shows it. A missing field is a bug and throws.</returns>
    public static string Render(string template, IReadOnlyDictionary<string, string> fields) =>
        Field().Replace(s_texts[template], match => fields[match.Groups[1].Value]);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Field();
}
