namespace Domain.Notifications;

/// <summary>How far a notice has come. Only forward: a terminal state is never overwritten.</summary>
public enum NoticeState
{
    Queued,

    /// <summary>A worker holds it until <see cref="Notice.ClaimedUntil"/>; afterwards another takes it up.</summary>
    Claimed,

    /// <summary>The gateway has taken it; a receipt may follow.</summary>
    Accepted,
    Delivered,
    Failed,

    /// <summary>Nobody could hand it over while it still made sense.</summary>
    Expired,

    /// <summary>Told in another notice: a digest.</summary>
    Merged,

    /// <summary>Taken back before it went out.</summary>
    Recalled,
}

public static class NoticeStates
{
    public static bool IsFinal(this NoticeState state) =>
        state is NoticeState.Delivered or NoticeState.Failed or NoticeState.Expired or NoticeState.Merged or NoticeState.Recalled;

    /// <summary>The word on every screen.</summary>
    public static string Chinese(this NoticeState state) =>
        state switch
        {
            NoticeState.Queued => "已排队",
            NoticeState.Claimed => "发送中",
            NoticeState.Accepted => "已发送",
            NoticeState.Delivered => "已到达",
            NoticeState.Failed => "失败",
            NoticeState.Expired => "已过期",
            NoticeState.Merged => "已并入摘要",
            NoticeState.Recalled => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
