using Domain.Shared;

namespace Domain.WorkOrders;

public static class MergeErrors
{
    public static RefusedException OtherWay() =>
        new(Refusal.Unprocessable, "merge.other_way", "这件是当事人在手机上留的，请把没有账户的那一件并到它这里，答复当事人才看得到");
}
