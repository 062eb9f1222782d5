using Domain.Shared;

namespace Domain.Notifications;

public static class NoticeErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "notice.not_found", "没有这条消息");
}
