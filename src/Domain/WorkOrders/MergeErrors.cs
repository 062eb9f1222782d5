using Domain.Shared;

namespace Domain.WorkOrders;

public static class MergeErrors
{
    public static RefusedException IsMerged(string main) =>
        new(Refusal.Conflict, "merge.merged", $"这件工单已并入 {main}，请到那一件里办理");

    public static RefusedException ItselfOrChain() =>
        new(Refusal.Conflict, "merge.chain", "已有工单并入了这一件，它不能再并入别的工单。请把别的工单并到它这里");

    public static RefusedException NotTheSame() =>
        new(Refusal.Unprocessable, "merge.not_the_same", "只有同一法院、同一诉求人的未办结工单才能并在一起");

    public static RefusedException OtherWay() =>
        new(Refusal.Unprocessable, "merge.other_way", "这件是当事人在手机上留的，请把没有账户的那一件并到它这里，答复当事人才看得到");
}
