using Domain.Shared;

namespace Domain.Notifications;

public static class UndeliveredErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "undelivered.not_found", "没有这条未送达通知，或者不归您处理");

    public static RefusedException Handled(string by) => new(Refusal.Conflict, "undelivered.handled", $"这条通知已由{by}处理");

    public static RefusedException RemarkMissing() => new(Refusal.Unprocessable, "undelivered.remark_missing", "请写明原因或告知的方式");

    public static RefusedException RemarkTooLong() =>
        new(Refusal.Unprocessable, "undelivered.remark_too_long", $"最多 {UndeliveredNotice.RemarkMaxLength} 字，请写短一些");

    public static RefusedException NumberMissing() =>
        new(Refusal.Unprocessable, "undelivered.number_missing", "没有可发短信的号码，请填写手机号");

    public static RefusedException NumberInvalid() => new(Refusal.Unprocessable, "undelivered.number_invalid", "请填写 11 位手机号");

    public static RefusedException NumberOfStaff() =>
        new(Refusal.Unprocessable, "undelivered.number_of_staff", "工作人员的号码请先在通讯录中更正，再重发");
}
