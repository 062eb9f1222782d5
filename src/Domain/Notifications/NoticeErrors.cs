using Domain.Shared;

namespace Domain.Notifications;

public static class NoticeErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "notice.not_found", "没有这条消息");

    public static RefusedException IdReused() => new(Refusal.Conflict, "notice.id_reused", "这个编号已经用过，请重新提交");
}
