using Domain.Shared;

namespace Domain.Handling;

/// <summary>The refusals of handling, in the words of one kind of thing.</summary>
/// <param name="feature">Begins the codes: <c>work_order</c>.</param>
/// <param name="name">工单.</param>
/// <param name="done">答复办结.</param>
public sealed class HandlingErrors(string feature, string name, string done)
{
    public RefusedException NotOffered(HandledActs act) => new(Refusal.Unprocessable, "handling.not_offered", $"{name}不能{act.Chinese()}");

    public RefusedException NotFound() => new(Refusal.NotFound, $"{feature}.not_found", $"没有这件{name}，或者不归您办理");

    public RefusedException NotYours() =>
        new(Refusal.Forbidden, $"{feature}.not_yours", $"您可以查看这件{name}，但不是它的承办人，不能办理");

    public RefusedException Closed(string by, DateTimeOffset at) =>
        new(
            Refusal.Conflict,
            $"{feature}.closed",
            $"{by}已于 {ChinaTime.ShortDay(ChinaTime.DayOf(at))} {ChinaTime.Clock(at)} {done}。您写的内容还在，没有发出"
        );

    public RefusedException TextMissing() => new(Refusal.Unprocessable, $"{feature}.text_missing", "还没有写内容");

    public RefusedException TextTooLong() =>
        new(Refusal.Unprocessable, $"{feature}.text_too_long", $"内容最多 {Handled.TextMaxLength} 字，请写短一些");

    public RefusedException ReasonMissing() => new(Refusal.Unprocessable, $"{feature}.reason_missing", "请写明原因");

    public RefusedException RecipientNotFound() =>
        new(Refusal.Unprocessable, $"{feature}.recipient_not_found", $"所选的人不能承办这件{name}，请重新选择");

    public RefusedException NobodyToTake() =>
        new(Refusal.Unavailable, $"{feature}.nobody_to_take", $"本院暂时没有能接收这件{name}的联络员，请联系立案庭");

    public RefusedException MayNotRestartClock() =>
        new(Refusal.Forbidden, $"{feature}.may_not_restart_clock", "只有庭长、联络员和立案庭可以重新计算期限");

    public RefusedException UrgedToday(string urged, string next) =>
        new(Refusal.Conflict, $"{feature}.urged_today", $"{urged} 催过了，{next} 0:00 以后可再催");

    public RefusedException ExtendedBefore() =>
        new(Refusal.Conflict, $"{feature}.extended_before", $"延期只能申请一次，这件{name}已经申请过");

    public RefusedException TooLateToExtend() => new(Refusal.Conflict, $"{feature}.too_late_to_extend", "期限已过，不能再申请延期");

    public RefusedException ExtensionDaysInvalid() =>
        new(Refusal.Unprocessable, $"{feature}.extension_days_invalid", $"延期天数为 1 至 {Handled.MaxExtensionDays} 个工作日");

    public RefusedException NoExtensionRequested() =>
        new(Refusal.Conflict, $"{feature}.no_extension_requested", "没有待批的延期申请，可能已经处理过");

    public RefusedException NotALeader() => new(Refusal.Forbidden, $"{feature}.not_a_leader", "批注和督办由庭领导、院领导和监督部门作出");

    public RefusedException ReassignmentAsked() => new(Refusal.Conflict, $"{feature}.reassignment_asked", "已经申请过改派，正在等庭长处理");

    public RefusedException NoReassignmentAsked() =>
        new(Refusal.Conflict, $"{feature}.no_reassignment_asked", "没有待处理的改派申请，可能已经处理过");

    public RefusedException IsMerged(string main) => new(Refusal.Conflict, "merge.merged", $"这件{name}已并入 {main}，请到那一件里办理");

    public RefusedException MergesItselfOrChain() =>
        new(Refusal.Conflict, "merge.chain", $"已有{name}并入了这一件，它不能再并入别的{name}。请把别的{name}并到它这里");

    public RefusedException MergesOthers() =>
        new(Refusal.Unprocessable, "merge.not_the_same", $"只有同一法院、同一诉求人的未办结{name}才能并在一起");

    public RefusedException NotUnderReview() => new(Refusal.Conflict, "review.not_open", $"这件{name}不在待复核里，可能已有同事处理过");

    public RefusedException MayNotReview() => new(Refusal.Forbidden, "review.not_yours", $"只有立案庭平台管理可以复核这件{name}");
}
