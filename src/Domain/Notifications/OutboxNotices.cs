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

    /// <summary>Of orders that can be answered by SMS: each with its number and code.</summary>
    public static readonly NoticeKind DigestOfOrders = new(
        "outbox.digest_of_orders",
        "待答复工单汇总",
        [NoticeChannel.Sms],
        "【广州法院12368】您有 {count} 件工单待答复，括号内为答复码：{replies}{deadline}。回复“答复码+内容”，或登录 12368 平台办理。"
    )
    {
        WorkingHoursOnly = true,
        MaxSegments = 5, // each order with its case and what is asked
    };

    /// <summary>More do not fit into one SMS.</summary>
    public const int OrdersInOne = 3;

    public static readonly NoticeKind Stuck = new(
        "outbox.stuck",
        "通知发送受阻",
        [NoticeChannel.Sms, NoticeChannel.Email],
        "【广州法院12368】{reason}。请到 12368 平台的“运行状态”页面查看。"
    )
    {
        AlsoInApp = true,
        AllAtOnce = true,
        IsPassing = true,
        Express = true,
        Lifetime = TimeSpan.FromMinutes(30),
        InboxText = "{reason}。请到“运行状态”页面查看。",
        Page = "/operations",
    };

    /// <summary>To whom <see cref="Stuck"/> went.</summary>
    public static readonly NoticeKind Over = Stuck with { Key = "outbox.over", Title = "通知发送恢复" };

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Digest, DigestOfOrders, Stuck, Over];
}
