using Domain.Attachments;
using Domain.Shared;

namespace Domain.WorkOrders;

public static class WorkOrderErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "work_order.not_found", "没有这件工单，或者不归您办理");

    public static RefusedException NotYours() =>
        new(Refusal.Forbidden, "work_order.not_yours", "您可以查看这件工单，但不是它的承办人，不能办理");

    public static RefusedException Closed(string by, DateTimeOffset at) =>
        new(
            Refusal.Conflict,
            "work_order.closed",
            $"{by}已于 {ChinaTime.ShortDay(ChinaTime.DayOf(at))} {ChinaTime.Clock(at)} 答复办结。您写的内容还在，没有发出"
        );

    public static RefusedException NotClosed() => new(Refusal.Conflict, "work_order.not_closed", "法院还没有答复，答复后可以评价");

    public static RefusedException TextMissing() => new(Refusal.Unprocessable, "work_order.text_missing", "还没有写内容");

    public static RefusedException TextTooLong() =>
        new(Refusal.Unprocessable, "work_order.text_too_long", $"内容最多 {WorkOrder.TextMaxLength} 字，请写短一些");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "work_order.reason_missing", "请写明原因");

    public static RefusedException TooManyAttachments() =>
        new(Refusal.Unprocessable, "work_order.too_many_attachments", $"附件最多 {Attachment.MaxPerMessage} 个");

    public static RefusedException UrgedToday(string urged, string next) =>
        new(Refusal.Conflict, "work_order.urged_today", $"{urged} 催过了，{next} 0:00 以后可再催");

    public static RefusedException AlreadyRated() => new(Refusal.Conflict, "work_order.already_rated", "这次答复您已经评价过了");

    public static RefusedException CourtMissing() => new(Refusal.Unprocessable, "work_order.court_missing", "请选一个案子或者一家法院");

    public static RefusedException NobodyToAnswer() =>
        new(Refusal.Unavailable, "work_order.nobody_to_answer", "这家法院暂时没有能接收留言的人，请打 12368");

    public static RefusedException RecipientNotFound() =>
        new(Refusal.Unprocessable, "work_order.recipient_not_found", "所选的人不能承办这件工单，请重新选择");

    public static RefusedException NameTooLong() =>
        new(Refusal.Unprocessable, "work_order.name_too_long", $"姓名最多 {Requester.NameMaxLength} 字，请核对");

    public static RefusedException PhoneInvalid() => new(Refusal.Unprocessable, "work_order.phone_invalid", "电话号码不对，请核对");

    public static RefusedException MayNotRestartClock() =>
        new(Refusal.Forbidden, "work_order.may_not_restart_clock", "只有庭长、联络员和立案庭可以重新计算期限");

    public static RefusedException ExtendedBefore() =>
        new(Refusal.Conflict, "work_order.extended_before", "延期只能申请一次，这件工单已经申请过");

    public static RefusedException TooLateToExtend() => new(Refusal.Conflict, "work_order.too_late_to_extend", "期限已过，不能再申请延期");

    public static RefusedException ExtensionDaysInvalid() =>
        new(Refusal.Unprocessable, "work_order.extension_days_invalid", $"延期天数为 1 至 {WorkOrder.MaxExtensionDays} 个工作日");

    public static RefusedException NoExtensionRequested() =>
        new(Refusal.Conflict, "work_order.no_extension_requested", "没有待批的延期申请，可能已经处理过");

    public static RefusedException NotALeader() =>
        new(Refusal.Forbidden, "work_order.not_a_leader", "批注和督办由庭领导、院领导和监督部门作出");

    public static RefusedException NothingToSupervise() =>
        new(Refusal.Conflict, "work_order.nothing_to_supervise", "没有要督办的：超期的工单今天都已督办过，或已办结");

    public static RefusedException ReassignmentAsked() =>
        new(Refusal.Conflict, "work_order.reassignment_asked", "已经申请过改派，正在等庭长处理");

    public static RefusedException NoReassignmentAsked() =>
        new(Refusal.Conflict, "work_order.no_reassignment_asked", "没有待处理的改派申请，可能已经处理过");
}
