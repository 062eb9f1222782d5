using Domain.Shared;

namespace Domain.WorkOrders;

public static class SurveyErrors
{
    /// <summary>The same for a link that never was, is over, was used, or belongs to an answer that was taken up again.</summary>
    public static RefusedException NotFound() =>
        new(
            Refusal.NotFound,
            "survey.not_found",
            "这个链接打不开：可能过了有效期，法院重新办理了，或者地址不完整。还有话要说，可以打 12368"
        );

    public static RefusedException CodeWrong() =>
        new(Refusal.Unprocessable, "survey.code_wrong", "验证码不对或已过 5 分钟。请看清最新一条里的 6 位数字，或重新获取");

    public static RefusedException TooManyCodes() =>
        new(Refusal.TooMany, "survey.code_limit", "今天要的验证码太多了。请明天再试，登录广州微法院看答复，或打 12368");
}
