using Domain.Shared;

namespace Domain.DocumentService;

public static class FallbackErrors
{
    public static RefusedException NotYours() =>
        new(Refusal.Forbidden, "fallback.not_yours", "送达顺序由各院立案庭和系统管理员规定；其他法院的不能改");

    public static RefusedException Empty() => new(Refusal.Unprocessable, "fallback.empty", "至少要有一个渠道");

    public static RefusedException ChannelInvalid() => new(Refusal.Unprocessable, "fallback.channel_invalid", "这个渠道不能由系统自动送达");

    public static RefusedException ChannelTwice() => new(Refusal.Unprocessable, "fallback.channel_twice", "同一个渠道只能写一次");

    public static RefusedException HoursInvalid() =>
        new(Refusal.Unprocessable, "fallback.hours_invalid", $"等待时间要写 1 到 {FallbackPlan.MostHours} 小时");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "fallback.reason_missing", "请写明改动的原因");

    public static RefusedException ReasonTooLong() =>
        new(Refusal.Unprocessable, "fallback.reason_too_long", $"原因最多 {FallbackPlan.ReasonMaxLength} 字");
}
