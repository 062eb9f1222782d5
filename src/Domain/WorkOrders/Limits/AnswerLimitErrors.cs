using Domain.Shared;

namespace Domain.WorkOrders;

public static class AnswerLimitErrors
{
    public static RefusedException NotYours() =>
        new(Refusal.Forbidden, "answer_limit.not_yours", "办理时限由中院立案庭和系统管理员规定；各院管理员只能改本院的");

    public static RefusedException DaysInvalid() =>
        new(Refusal.Unprocessable, "answer_limit.days_invalid", $"每一级都要写 1 到 {AnswerLimit.MostDays} 个工作日");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "answer_limit.reason_missing", "请写明改动的原因");

    public static RefusedException ReasonTooLong() =>
        new(Refusal.Unprocessable, "answer_limit.reason_too_long", $"原因最多 {AnswerLimit.ReasonMaxLength} 字");

    public static RefusedException CourtNotFound() => new(Refusal.Unprocessable, "answer_limit.court_not_found", "没有这家法院");
}
