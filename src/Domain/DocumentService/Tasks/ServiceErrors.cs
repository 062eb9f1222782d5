using Domain.Shared;

namespace Domain.DocumentService;

public static class ServiceErrors
{
    public static RefusedException TaskNotFound() => new(Refusal.NotFound, "service_task.not_found", "没有这个送达任务，或者您不能查看");

    public static RefusedException TaskWithdrawn(string reason) =>
        new(Refusal.Conflict, "service_task.withdrawn", $"这个送达任务已经撤回，原因：{reason}。您写的内容还在，没有记入");

    public static RefusedException NothingToWithdraw() =>
        new(Refusal.Conflict, "service_task.nothing_to_withdraw", TaskWithdrawals.AllServed);

    public static RefusedException TaskIdReused() => new(Refusal.Conflict, "service_task.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException UploadIdReused() => new(Refusal.Conflict, "service_document.id_reused", "这个编号已经用过，请重新上传");

    public static RefusedException NotFound() => new(Refusal.NotFound, "service.not_found", "没有这份文书，或者不是送给您的");

    public static RefusedException DocumentNotFound() =>
        new(Refusal.NotFound, "service.document_not_found", "没有这份文书，或者不是送给您的");

    public static RefusedException AttemptNotFound() => new(Refusal.NotFound, "service.attempt_not_found", "没有这次送达");

    public static RefusedException Withdrawn() => new(Refusal.Conflict, "service.withdrawn", "已经撤回");

    public static RefusedException NotNow() => new(Refusal.Conflict, "service.not_now", "现在不能这样办，请刷新后再看");

    public static RefusedException TimeWrong() => new(Refusal.Unprocessable, "service.time_wrong", "时间要在发送之后、现在之前，请核对");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "service.reason_missing", "请写明原因");

    public static RefusedException TextTooLong() =>
        new(Refusal.Unprocessable, "service.text_too_long", $"最多 {ServiceTask.ReasonMaxLength} 字，请写短一些");
}
