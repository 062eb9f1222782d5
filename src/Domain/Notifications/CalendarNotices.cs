namespace Domain.Notifications;

/// <summary>What the working days have to say.</summary>
public static class CalendarNotices
{
    public static readonly NoticeKind YearMissing = new(
        "calendar.year_missing",
        "工作日历待导入",
        [NoticeChannel.Sms, NoticeChannel.Email],
        "【广州法院12368】{reason}。请登录 12368 平台，在“工作日历”页面导入。"
    )
    {
        WorkingHoursOnly = true,
        AlsoInApp = true,
        InboxText = "{reason}。请到“工作日历”页面导入。",
        Page = "/calendar",
        Lifetime = TimeSpan.FromDays(1),
    };

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [YearMissing];
}
