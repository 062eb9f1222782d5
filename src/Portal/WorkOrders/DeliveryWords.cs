using Domain.Shared;
using Domain.WorkOrders;

namespace Portal.WorkOrders;

/// <summary>What whoever asked will get of the answer that is being written.</summary>
internal static class DeliveryWords
{
    public static string Of(WorkOrder order, AnswerTelling telling)
    {
        var name = order.ShownRequester == ShownName.Hidden ? "当事人" : order.ShownRequester; // 发给 姓名不显示 reads as a person's name
        var first = order.Channel == Channel.WeChat && order.LitigantId is not null ? "先发微信提醒，不行再发短信：" : "";
        return telling.Form switch
        {
            AnswerForm.OnRequest => $"{telling.WhyNotWhole}，答复后当事人来电时可查到",
            AnswerForm.Voice when telling.WhyNotWhole.Length > 0 =>
                $"打电话告诉 {name} 已有答复，内容请他打 12368 听（{telling.WhyNotWhole}）",
            AnswerForm.Voice => $"打电话读给 {name} 听，没打通再读，仍不通转短信",
            AnswerForm.Whole => $"{first}发给 {name} 的短信带全文（{telling.Segments} 条），附满意度评价",
            _ when order.SurveyPhone is null => $"将经微信发给 {name}，附满意度评价",
            _ => $"{first}发给 {name} 的短信是链接，核对手机号后看全文（{telling.WhyNotWhole}），附满意度评价",
        };
    }
}
