using Domain.Notifications;
using Domain.Shared;

namespace Domain.CityChanges;

/// <summary>Who is told of changes that hold for the whole city.</summary>
public static class CityChangeNotices
{
    private static readonly NoticeField s_what = new(
        "cityChange",
        "要改的内容",
        Foreseen.WhatMaxLength,
        "登记停工 2026-11-23 至 2026-11-24"
    );

    public static readonly NoticeKind Asked = new(
        "city_change.asked",
        "全市变更待批准",
        [NoticeChannel.Sms],
        "【广州法院12368】有一项全市变更待您批准：{cityChange}。请登录 12368 平台，在“全市变更”页面办理。"
    )
    {
        OwnFields = [s_what],
        WorkingHoursOnly = true,
        AlsoInApp = true,
        InboxText = "有一项全市变更待您批准：{cityChange}。",
    };

    /// <summary>A typhoon closes the courts tomorrow: at any hour, past everything that waits.</summary>
    public static readonly NoticeKind AskedUrgently = new(
        "city_change.asked_urgently",
        "全市变更急需批准",
        [NoticeChannel.Sms],
        "【广州法院12368】有一项全市变更急需您现在批准：{cityChange}。请马上登录 12368 平台，在“全市变更”页面办理。"
    )
    {
        OwnFields = [s_what],
        Express = true,
        AlsoInApp = true,
        InboxText = "有一项全市变更急需您现在批准：{cityChange}。",
    };

    public static readonly NoticeKind Decided = new(
        "city_change.decided",
        "全市变更有结果",
        [NoticeChannel.InApp],
        "您提请的全市变更“{cityChange}”{result}。"
    )
    {
        OwnFields = [s_what],
    };

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Asked, AskedUrgently, Decided];

    internal static IEnumerable<Notice> ToApprove(Subject subject, IEnumerable<Guid> approvers, CityChange change)
    {
        var kind = change.IsUrgent ? AskedUrgently : Asked;
        var fields = new Dictionary<string, string> { ["cityChange"] = change.What };
        return approvers.SelectMany(id => kind.To(NoticeRecipient.Staff(id), fields, subject, change.IsUrgent));
    }

    internal static IEnumerable<Notice> Ended(Subject subject, Guid asker, CityChange change, string result) =>
        Decided.To(
            NoticeRecipient.Staff(asker),
            new Dictionary<string, string> { ["cityChange"] = change.What, ["result"] = result },
            subject
        );
}
