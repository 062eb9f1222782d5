using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>The refusals of handling, in the words of one kind of thing.</summary>
public sealed class HandlingErrors(ThingWords words)
{
    public RefusedException NotOffered(HandledActs act) =>
        new(Refusal.Unprocessable, "handling.not_offered", $"{words.Thing}不能{act.Chinese()}");

    public RefusedException NotFound() => new(Refusal.NotFound, $"{words.Key}.not_found", $"没有这件{words.Thing}，或者不归您办理");

    public RefusedException NotYours() =>
        new(Refusal.Forbidden, $"{words.Key}.not_yours", $"您可以查看这件{words.Thing}，但不是它的承办人，不能办理");

    public RefusedException Closed(string by, DateTimeOffset at) =>
        new(
            Refusal.Conflict,
            $"{words.Key}.closed",
            $"{by}已于 {ChinaTime.ShortDay(ChinaTime.DayOf(at))} {ChinaTime.Clock(at)} {words.Act}办结。您写的内容还在，没有发出"
        );

    public RefusedException TextMissing() => new(Refusal.Unprocessable, $"{words.Key}.text_missing", "还没有写内容");

    public RefusedException TextTooLong(int most) =>
        new(Refusal.Unprocessable, $"{words.Key}.text_too_long", $"内容最多 {most} 字，请写短一些");

    /// <summary>Of an entry: it stands in another one of these.</summary>
    public RefusedException EntryIdReused() => new(Refusal.Conflict, $"{words.Key}.entry_id_reused", "这个编号已经用过，请重新填写");

    public RefusedException ReasonMissing() => new(Refusal.Unprocessable, $"{words.Key}.reason_missing", "请写明原因");

    public RefusedException RecipientNotFound() =>
        new(Refusal.Unprocessable, $"{words.Key}.recipient_not_found", $"所选的人不能承办这件{words.Thing}，请重新选择");

    public RefusedException NotToAssign(string owner) =>
        new(Refusal.Conflict, $"{words.Key}.not_to_assign", $"这件{words.Thing}已由{owner}承办，不用再分派");

    public RefusedException NobodyToTake() =>
        new(Refusal.Unavailable, $"{words.Key}.nobody_to_take", $"本院暂时没有能接收这件{words.Thing}的联络员，请联系立案庭");

    public RefusedException MayNotRestartClock() =>
        new(Refusal.Forbidden, $"{words.Key}.may_not_restart_clock", "只有庭长、联络员和立案庭可以重新计算期限");

    public RefusedException UrgedToday(string urged, string next) =>
        new(Refusal.Conflict, $"{words.Key}.urged_today", $"{urged} 催过了，{next}0:00 以后可再催");

    public RefusedException ExtendedBefore() =>
        new(Refusal.Conflict, $"{words.Key}.extended_before", $"延期只能申请一次，这件{words.Thing}已经申请过");

    public RefusedException TooLateToExtend() => new(Refusal.Conflict, $"{words.Key}.too_late_to_extend", "期限已过，不能再申请延期");

    public RefusedException ExtensionDaysInvalid() =>
        new(Refusal.Unprocessable, $"{words.Key}.extension_days_invalid", $"延期天数为 1 至 {Handled.MaxExtensionDays} 个工作日");

    public RefusedException NoExtensionRequested() =>
        new(Refusal.Conflict, $"{words.Key}.no_extension_requested", "没有待批的延期申请，可能已经处理过");

    public RefusedException NotALeader() => new(Refusal.Forbidden, $"{words.Key}.not_a_leader", "批注和督办由庭领导、院领导和监督部门作出");

    public RefusedException ReassignmentAsked() =>
        new(Refusal.Conflict, $"{words.Key}.reassignment_asked", "已经申请过改派，正在等庭长处理");

    public RefusedException NoReassignmentAsked() =>
        new(Refusal.Conflict, $"{words.Key}.no_reassignment_asked", "没有待处理的改派申请，可能已经处理过");

    public RefusedException IsMerged(string main) =>
        new(Refusal.Conflict, "merge.merged", $"这件{words.Thing}已并入 {main}，请到那一件里办理");

    public RefusedException MergesItselfOrChain() =>
        new(
            Refusal.Conflict,
            "merge.chain",
            $"已有{words.Thing}并入了这一件，它不能再并入别的{words.Thing}。请把别的{words.Thing}并到它这里"
        );

    public RefusedException MergesOthers() =>
        new(Refusal.Unprocessable, "merge.not_the_same", $"只有同一法院、同一诉求人的未办结{words.Thing}才能并在一起");

    public RefusedException NotUnderReview() =>
        new(Refusal.Conflict, "review.not_open", $"这件{words.Thing}不在待复核里，可能已有同事处理过");

    public RefusedException MayNotReview() => new(Refusal.Forbidden, "review.not_yours", $"只有立案庭平台管理可以复核这件{words.Thing}");
}
