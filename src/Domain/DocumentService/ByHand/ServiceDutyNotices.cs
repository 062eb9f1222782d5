using Domain.Cases;
using Domain.Notifications;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What the clerk and the leaders are told of what no channel reached. No names of parties, no documents.</summary>
public static class ServiceDutyNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms];

    private static readonly NoticeField s_task = new("serviceTask", "送达任务编号", 20, "SD20261120-0042") { IsEssential = true };

    public static readonly NoticeKind Opened = new(
        "service_duty.opened",
        "送达没有成功，待邮寄或公告",
        [NoticeChannel.InApp],
        "送达任务 {serviceTask} 有受送达人电子送达没有成功（{what}），应于 {dueBy} 24:00 前办理。"
    )
    {
        WorkingHoursOnly = true,
        Page = Page,
        OwnFields = [s_task],
    };

    public static readonly NoticeKind Reminder = Of(
        "service_duty.reminder",
        "送达事项即将到期",
        "【广州法院12368】提醒：送达任务 {serviceTask}{caseNumber} {what}，应于 {dueBy} 24:00 前办理，还没有办理。请登录 12368 平台办理。"
    );

    public static readonly NoticeKind Level = Of(
        "service_duty.level",
        "送达事项督办",
        "【广州法院12368】{supervision}督办：{division}的送达任务 {serviceTask}{caseNumber} {what}，应于 {dueBy} 办理，逾期未办理。请督促办理。"
    );

    public static readonly NoticeKind ToOwner = Of(
        "service_duty.owner",
        "您的送达事项被督办",
        "【广州法院12368】您的送达任务 {serviceTask}{caseNumber} {what}，应于 {dueBy} 办理，逾期未办理，已{supervision}督办。请尽快办理。"
    );

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Opened, Reminder, Level, ToOwner];

    private const string Page = "/service/duties";

    internal static IEnumerable<Notice> About(
        this NoticeKind kind,
        ServiceDuty duty,
        IEnumerable<Guid> staff,
        string supervision = "",
        string division = ""
    ) =>
        staff
            .Distinct()
            .SelectMany(id =>
                kind.To(
                    NoticeRecipient.Staff(id),
                    new Dictionary<string, string>
                    {
                        ["serviceTask"] = duty.TaskNumber,
                        ["caseNumber"] = duty.IsSensitive ? "" : "，" + CaseNumber.ForSms(duty.CaseNumber),
                        ["what"] = duty.Kind.Chinese(),
                        ["dueBy"] = ChinaTime.Day(duty.DueDay),
                        ["supervision"] = supervision,
                        ["division"] = division,
                    }
                )
            );

    private static NoticeKind Of(string key, string title, string text) =>
        new(key, title, s_staff, text)
        {
            WorkingHoursOnly = true,
            AlsoInApp = true,
            Digests = true,
            Page = Page,
            OwnFields = [s_task],
        };
}
