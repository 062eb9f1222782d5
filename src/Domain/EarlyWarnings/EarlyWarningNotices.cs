using System.Globalization;
using Domain.Notifications;
using Domain.Supervision;

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
        "【广州法院12368】{risk}预警 {number}，请登录 12368 平台接单。"
    );

    public static readonly NoticeKind YourStep = Of(
        "early_warning.your_step",
        "预警待您办理",
        "【广州法院12368】{risk}预警 {number} 的“{step}”由您办理，请登录 12368 平台查看。"
    );

    public static readonly ThingWords Words = new("early_warning", "预警", "{risk}预警 {number}（现在待{step}）", "办结")
    {
        Which = "{risk}预警 {number}",
        Owners = "",
        Yours = "您办理的",
    };

    public static readonly SupervisionNotices Supervision = new(Words);

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Urgent, Raised, YourStep, .. Supervision.Kinds];

    /// <param name="again">After how long the next in turn is called.</param>
    internal static IEnumerable<Notice> To(this NoticeKind kind, IEnumerable<Guid> staff, EarlyWarning warning, TimeSpan? again = null)
    {
        var fields = Fields(warning);
        fields["minutes"] = ((int)(again ?? TimeSpan.Zero).TotalMinutes).ToString(CultureInfo.InvariantCulture);
        return staff
            .Distinct()
            .SelectMany(id =>
                kind.To(NoticeRecipient.Staff(id), fields, warning.Subject, urgent: warning.RiskLevel == WarningLevel.Critical)
            );
    }

    internal static Dictionary<string, string> Fields(EarlyWarning warning) =>
        new()
        {
            ["number"] = warning.Number,
            ["risk"] = warning.RiskLevel.Chinese(),
            ["step"] = warning.State.Step(),
            ["dueBy"] = warning.DueOn.Words,
        };

    private static NoticeKind Of(string key, string title, string text) =>
        new(key, title, s_staff, text) { WorkingHoursOnly = true, AlsoInApp = true };
}
