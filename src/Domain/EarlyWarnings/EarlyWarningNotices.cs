using Domain.Notifications;
using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>Who is told of a warning. Never what it is about: not even which order.</summary>
public static class EarlyWarningNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms];

    public static readonly NoticeKind Urgent = new(
        "early_warning.urgent",
        "重大紧急预警",
        s_staff,
        "【广州法院12368】重大紧急预警 {number}，请立即登录 12368 平台接单。{minutes} 分钟内无人接单将报上一级。"
    )
    {
        AlsoInApp = true,
        Lifetime = TimeSpan.FromDays(1),
    };

    public static readonly NoticeKind Raised = Of(
        "early_warning.raised",
        "新预警",
        "【广州法院12368】{level}预警 {number}，请登录 12368 平台接单。"
    );

    public static readonly NoticeKind YourStep = Of(
        "early_warning.your_step",
        "预警待您办理",
        "【广州法院12368】{level}预警 {number} 的“{step}”由您办理，请登录 12368 平台查看。"
    );

    public static readonly NoticeKind Reminder = Of(
        "early_warning.reminder",
        "预警即将到期",
        "【广州法院12368】提醒：{level}预警 {number} 应于 {dueBy} 24:00 前办结，现在待{step}。"
    );

    public static readonly NoticeKind Level = Of(
        "early_warning.level",
        "预警督办",
        "【广州法院12368】{supervision}督办：{level}预警 {number} 应于 {dueBy} 办结，逾期未办结，现在待{step}。请督促办理。"
    );

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Urgent, Raised, YourStep, Reminder, Level];

    internal static IEnumerable<Notice> To(
        this NoticeKind kind,
        IEnumerable<Guid> staff,
        EarlyWarning warning,
        string supervision = "",
        TimeSpan? again = null
    ) =>
        staff
            .Distinct()
            .SelectMany(id =>
                kind.To(
                    NoticeRecipient.Staff(id),
                    new Dictionary<string, string>
                    {
                        ["number"] = warning.Number,
                        ["level"] = warning.RiskLevel.Chinese(),
                        ["step"] = warning.State.Step(),
                        ["dueBy"] = ChinaTime.Day(warning.DueDay),
                        ["supervision"] = supervision,
                        ["minutes"] = ((int)(again ?? TimeSpan.Zero).TotalMinutes).ToString(
                            System.Globalization.CultureInfo.InvariantCulture
                        ),
                    },
                    warning.Subject,
                    urgent: warning.RiskLevel == WarningLevel.Critical
                )
            );

    private static NoticeKind Of(string key, string title, string text) =>
        new(key, title, s_staff, text) { WorkingHoursOnly = true, AlsoInApp = true };
}
