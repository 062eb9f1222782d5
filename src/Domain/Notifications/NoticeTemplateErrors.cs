using Domain.Shared;

namespace Domain.Notifications;

public static class NoticeTemplateErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "notice_template.not_found", "没有这种通知、渠道或版本");

    public static RefusedException InForceAlready() => new(Refusal.Conflict, "notice_template.in_force", "这一版正在使用，没有要改的");

    public static RefusedException Changed() => new(Refusal.Conflict, "notice_template.changed", "别人刚改过这个模板，请看过新的版本再改");

    public static RefusedException Incomplete() => new(Refusal.Unprocessable, "notice_template.incomplete", "标题和内容都要写");

    public static RefusedException TitleTooLong() =>
        new(Refusal.Unprocessable, "notice_template.title_too_long", $"标题最多 {NoticeTemplate.TitleMaxLength} 字");

    public static RefusedException TextTooLong() =>
        new(Refusal.Unprocessable, "notice_template.text_too_long", $"内容最多 {NoticeTemplate.TextMaxLength} 字");

    public static RefusedException SignatureInText() =>
        new(Refusal.Unprocessable, "notice_template.signature_in_text", "内容里不能写【】：签名由系统加在最前面");

    public static RefusedException FieldInTitle() =>
        new(Refusal.Unprocessable, "notice_template.field_in_title", "标题里不能用字段，请写固定的字");

    public static RefusedException FieldUnknown(string name) =>
        new(Refusal.Unprocessable, "notice_template.field_unknown", $"这种通知没有字段 {{{name}}}");

    public static RefusedException FieldMissing(string name) =>
        new(Refusal.Unprocessable, "notice_template.field_missing", $"不能少了字段 {{{name}}}，没有它收件人无从办理");

    public static RefusedException FieldUnmasked(string name) =>
        new(Refusal.Unprocessable, "notice_template.field_unmasked", $"字段 {{{name}}} 没有遮盖，只能用在站内消息里");

    public static RefusedException BraceOpen() =>
        new(Refusal.Unprocessable, "notice_template.brace_open", "花括号没有成对，字段要写成 {number} 这样");

    public static RefusedException LineBreakInSms() => new(Refusal.Unprocessable, "notice_template.line_break", "短信里不能换行");

    public static RefusedException TooManySegments(int segments, int most) =>
        new(Refusal.Unprocessable, "notice_template.too_many_segments", $"字段写满时要拆成 {segments} 条短信，最多 {most} 条，请写短一些");

    public static RefusedException TooLongForWeChat(int length) =>
        new(
            Refusal.Unprocessable,
            "notice_template.too_long_for_wechat",
            $"微信消息的一栏最多 {NoticeTemplateRules.WeChatMaxLength} 字，现在最长可到 {length} 字"
        );

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "notice_template.reason_missing", "请写明为什么改");

    public static RefusedException ReasonTooLong() =>
        new(Refusal.Unprocessable, "notice_template.reason_too_long", $"修改原因最多 {NoticeTemplate.NoteMaxLength} 字");
}
