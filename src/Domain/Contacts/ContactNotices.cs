using Domain.Notifications;
using Domain.Shared;

namespace Domain.Contacts;

/// <summary>Who is told of changes of contact that wait to be reported or published.</summary>
public static class ContactNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms];
    private static readonly NoticeChannel[] s_inApp = [NoticeChannel.InApp];

    public static readonly NoticeKind ToPublish = Of(
        "contact.to_publish",
        "联系方式变更待公布",
        s_inApp,
        "{division} {person} 的联系方式变更已报告，应于 {dueBy} 24:00 前公布。"
    );

    public static readonly NoticeKind Done = Of(
        "contact.done",
        "联系方式变更有结果",
        s_inApp,
        "{division} {person} 的联系方式变更：{result}。"
    );

    public static readonly NoticeKind ToReport = Of(
        "contact.to_report",
        "联络员空缺待报告",
        s_staff,
        "【广州法院12368】{division}现在没有联络员，请于 {dueBy} 24:00 前登录 12368 平台报告新的联络员。"
    );

    public static readonly NoticeKind Reminder = Of(
        "contact.reminder",
        "联络员事项即将到期",
        s_staff,
        "【广州法院12368】提醒：{division}{what}，应于 {dueBy} 24:00 前完成。"
    );

    public static readonly NoticeKind Level = Of(
        "contact.level",
        "联络员事项督办",
        s_staff,
        "【广州法院12368】{supervision}督办：{division}{what}，应于 {dueBy} 完成，逾期未完成。请督促办理。"
    );

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [ToPublish, Done, ToReport, Reminder, Level];

    internal static IEnumerable<Notice> To(
        this NoticeKind kind,
        IEnumerable<Guid> staff,
        Subject subject,
        DateOnly due,
        string division,
        string person = "",
        string what = "",
        string supervision = "",
        string result = ""
    ) =>
        staff
            .Distinct()
            .SelectMany(id =>
                kind.To(
                    NoticeRecipient.Staff(id),
                    new Dictionary<string, string>
                    {
                        ["division"] = division,
                        ["person"] = person,
                        ["dueBy"] = ChinaTime.Day(due),
                        ["what"] = what,
                        ["supervision"] = supervision,
                        ["result"] = result,
                    },
                    subject
                )
            );

    private static NoticeKind Of(string key, string title, NoticeChannel[] channels, string text) =>
        new(key, title, channels, text) { WorkingHoursOnly = true, AlsoInApp = true };
}
