using Domain.Attachments;
using Domain.Shared;

namespace Domain.WorkOrders;

public static class WorkOrderErrors
{
    public static RefusedException IdReused() => new(Refusal.Conflict, "request.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException SentWithOtherWords() =>
        new(Refusal.Conflict, "work_order.sent_with_other_words", "先前已经送到法院，和这次写的不一样。请看送到的那一条，要改要补请另写");

    public static RefusedException NotClosed() => new(Refusal.Conflict, "work_order.not_closed", "法院还没有答复，答复后可以评价");

    public static RefusedException TooManyAttachments() =>
        new(Refusal.Unprocessable, "work_order.too_many_attachments", $"附件最多 {Attachment.MaxPerMessage} 个");

    public static RefusedException AlreadyRated() => new(Refusal.Conflict, "work_order.already_rated", "这次答复您已经评价过了");

    public static RefusedException CourtMissing() => new(Refusal.Unprocessable, "work_order.court_missing", "请选一个案子或者一家法院");

    public static RefusedException NobodyToAnswer() =>
        new(Refusal.Unavailable, "work_order.nobody_to_answer", "这家法院暂时没有能接收留言的人，请打 12368");

    public static RefusedException NameTooLong() =>
        new(Refusal.Unprocessable, "work_order.name_too_long", $"姓名最多 {Requester.NameMaxLength} 字，请核对");

    public static RefusedException PhoneInvalid() => new(Refusal.Unprocessable, "work_order.phone_invalid", "电话号码不对，请核对");

    public static RefusedException ReplyWayImpossible(ReplyWay way) =>
        new(Refusal.Unprocessable, "work_order.reply_way_impossible", $"这个来电号码收不到{way.Chinese()}，请改选回复方式");

    public static RefusedException NothingToSupervise() =>
        new(Refusal.Conflict, "work_order.nothing_to_supervise", "没有要督办的：超期的工单今天都已督办过，或已办结");

    public static RefusedException NotToReport() =>
        new(Refusal.Conflict, "work_order.not_to_report", "只有本部门联络员能汇报逾期工单，每个工作日一次");

    public static RefusedException NobodyToReportTo() =>
        new(Refusal.Conflict, "work_order.nobody_to_report_to", "部门领导空缺，没有可以汇报的人，请联系立案庭");
}
