namespace Domain.Notifications;

/// <summary>What the outbox itself has to say.</summary>
public static class OutboxNotices
{
    public static readonly NoticeKind Digest = new(
        "outbox.digest",
        "待办汇总",
        [NoticeChannel.Sms],
        "【广州法院12368】您有 {count} 件待办：{kinds}{deadline}。请登录 12368 平台办理。"
    )
    {
        WorkingHoursOnly = true,
    };

    public static readonly NoticeKind Stuck = new(
        "outbox.stuck",
        "通知发送受阻",
        [NoticeChannel.InApp],
        "{reason}。请到“运行状态”页面查看。"
    )
    {
        Page = "/operations",
    };

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Digest, Stuck];
}
