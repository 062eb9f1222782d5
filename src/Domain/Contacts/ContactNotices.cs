using Domain.Calendar;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;

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
        "{division} {person} 的联系方式变更已报告，应于 {dueBy}24:00 前公布。"
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
        "【广州法院12368】{division}现在没有联络员，请于 {dueBy}24:00 前登录 12368 平台报告新的联络员。"
    );

    public static readonly SupervisionNotices OfChange = new(
        new ThingWords("contact_change", "联系方式变更", "{division}的联系方式变更", "公布") { Owners = "", Yours = "" }
    );

    public static readonly SupervisionNotices OfGap = new(
        new ThingWords("contact_gap", "联络员空缺", "{division}的联络员空缺", "报告") { Owners = "", Yours = "" }
    );

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [ToPublish, Done, ToReport, .. OfChange.Kinds, .. OfGap.Kinds];

    internal static IEnumerable<Notice> To(
        this NoticeKind kind,
        IEnumerable<Guid> staff,
        Subject subject,
        IReadOnlyDictionary<string, string> fields
    ) => staff.Distinct().SelectMany(id => kind.To(NoticeRecipient.Staff(id), fields, subject));

    internal static Dictionary<string, string> Fields(string division, CountedDay due, string person = "", string result = "") =>
        new()
        {
            ["division"] = division,
            ["person"] = person,
            ["dueBy"] = due.Words,
            ["result"] = result,
        };

    private static NoticeKind Of(string key, string title, NoticeChannel[] channels, string text) =>
        new(key, title, channels, text) { WorkingHoursOnly = true, AlsoInApp = true };
}
