using Domain.Shared;

namespace Domain.WorkOrders;

public static class AnswerLimitErrors
{
    public static RefusedException NotYours() =>
        new(Refusal.Forbidden, "answer_limit.not_yours", "办理时限由各院系统管理员规定，只能改本院的；全部法院的由广州中院提请批准后改动");

    public static RefusedException DaysInvalid() =>
        new(Refusal.Unprocessable, "answer_limit.days_invalid", $"每一级都要写 1 到 {AnswerLimit.MostDays} 个工作日");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "answer_limit.reason_missing", "请写明改动的原因");

    public static RefusedException ReasonTooLong() =>
        new(Refusal.Unprocessable, "answer_limit.reason_too_long", $"原因最多 {AnswerLimit.ReasonMaxLength} 字");

    public static RefusedException Changed() => new(Refusal.Conflict, "answer_limit.changed", "别人刚改过这个时限，请看过新的再改");

    public static RefusedException NothingChanges() =>
        new(Refusal.Conflict, "answer_limit.nothing_changes", "与现在的时限相同，没有要改的");
}
