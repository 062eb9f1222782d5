using Domain.Shared;

namespace Domain.WorkOrders;

public static class ReviewErrors
{
    public static RefusedException NotUnderReview() => new(Refusal.Conflict, "review.not_open", "这件工单不在待复核里，可能已有同事处理过");

    public static RefusedException NotYours() => new(Refusal.Forbidden, "review.not_yours", "只有立案庭平台管理可以复核这件工单");
}
