namespace Domain.Notifications;

/// <summary>未送达: the one definition behind every figure that says so.</summary>
public static class LostNotices
{
    private static readonly List<NoticeChannel> s_noOther = [];

    /// <summary>Failed or expired since then, with no other channel left to try.</summary>
    public static IQueryable<Notice> LostSince(this IQueryable<Notice> notices, DateTimeOffset since) =>
        notices.Where(n =>
            (n.State == NoticeState.Failed || n.State == NoticeState.Expired) && n.EndedAt >= since && n.Fallbacks == s_noOther
        );
}
