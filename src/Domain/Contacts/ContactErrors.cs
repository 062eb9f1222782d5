using Domain.Shared;

namespace Domain.Contacts;

public static class ContactErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "contact_change.not_found", "没有这项变更，或者不归您办理");

    public static RefusedException PersonNotFound() =>
        new(Refusal.NotFound, "contact_change.person_not_found", "没有这个人，或者不归您报告");

    public static RefusedException DivisionNotFound() =>
        new(Refusal.Unprocessable, "contact_change.division_not_found", "请选择本院的部门");

    public static RefusedException NothingChanged() =>
        new(Refusal.Unprocessable, "contact_change.nothing_changed", "没有变更的内容，请至少改一项");

    public static RefusedException MobileInvalid() => new(Refusal.Unprocessable, "contact_change.mobile_invalid", "手机号码不对，请核对");

    public static RefusedException OfficePhoneInvalid() =>
        new(Refusal.Unprocessable, "contact_change.office_phone_invalid", "办公电话不对，请核对");

    public static RefusedException DayInvalid() =>
        new(Refusal.Unprocessable, "contact_change.day_invalid", "请填写变更生效的日期：一年以内，不晚于今天起 30 天");

    public static RefusedException NobodyPublishes() =>
        new(Refusal.Unavailable, "contact_change.nobody_publishes", "本院没有设负责公布的部门（科信处），请联系管理员");

    public static RefusedException Ended(string by) => new(Refusal.Conflict, "contact_change.ended", $"{by}已经处理了这项变更");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "contact_change.reason_missing", "请写明原因");

    public static RefusedException TextTooLong() =>
        new(Refusal.Unprocessable, "contact_change.text_too_long", $"原因最多 {ContactChange.ReasonMaxLength} 字");

    public static RefusedException IdReused() => new(Refusal.Conflict, "contact_change.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException NotYours() => new(Refusal.Forbidden, "contact_change.not_yours", "通讯录由本院系统管理员公布");
}
