using Domain.Shared;

namespace Domain.InboundMessages;

public static class InboundErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "inbound_sms.not_found", "没有这条短信，或者不归您查看");

    public static RefusedException NotDecided() => new(Refusal.Conflict, "inbound_sms.not_decided", "这条短信正在读取，请稍候再标记");

    public static RefusedException NoLetter() => new(Refusal.Conflict, "inbound_sms.no_letter", "这条短信不是来信，不能登记、并入或者回复");

    public static RefusedException OrderUnknown() =>
        new(Refusal.NotFound, "inbound_sms.order_unknown", "没有这个工单，或者您不能查看，请核对工单号");

    public static RefusedException OtherPhone() =>
        new(Refusal.Conflict, "inbound_sms.other_phone", "这条短信不是该工单诉求人的手机发来的，不能并入。可以另外登记工单");

    public static RefusedException WordsMissing() => new(Refusal.Unprocessable, "inbound_sms.words_missing", "请写回复内容");

    public static RefusedException WordsUnfit() =>
        new(Refusal.Unprocessable, "inbound_sms.words_unfit", $"回复最多 {AnswerSms.MaxLength} 字，一段，不能有【】");

    public static RefusedException NoMobile() => new(Refusal.Conflict, "inbound_sms.no_mobile", "来信号码不是手机，不能回短信");

    public static RefusedException Handled(string by, DateTimeOffset at) =>
        new(Refusal.Conflict, "inbound_sms.handled", $"{by}已于 {ChinaTime.ShortDay(ChinaTime.DayOf(at))} {ChinaTime.Clock(at)} 处理");

    public static RefusedException AlreadyDecided() => new(Refusal.Conflict, "inbound_sms.already_decided", "这条短信已经处理过了");
}
