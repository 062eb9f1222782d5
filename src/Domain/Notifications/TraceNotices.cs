namespace Domain.Notifications;

/// <summary>What the trace itself has to say, whatever feature its rows are of.</summary>
public static class TraceNotices
{
    public static readonly NoticeKind NotAnchored = new(
        "trace.not_anchored",
        "办理轨迹没有存证",
        [NoticeChannel.InApp],
        "{reason}。请到“运行状态”页面查看。"
    )
    {
        Page = "/operations",
    };

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [NotAnchored];
}
