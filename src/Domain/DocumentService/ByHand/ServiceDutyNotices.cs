using Domain.Cases;
using Domain.Notifications;
using Domain.Supervision;

namespace Domain.DocumentService;

/// <summary>What the clerk and the leaders are told of what no channel reached. No names of parties, no documents.</summary>
public static class ServiceDutyNotices
{
    private static readonly NoticeField s_task = new("serviceTask", "送达任务编号", 20, "SD20261120-0042") { IsEssential = true };

    public static readonly NoticeKind Opened = new(
        "service_duty.opened",
        "送达没有成功，待邮寄或公告",
        [NoticeChannel.InApp],
        "送达任务 {serviceTask} 有受送达人电子送达没有成功（{what}），应于 {dueBy}24:00 前办理。"
    )
    {
        WorkingHoursOnly = true,
        OwnFields = [s_task],
    };

    public static readonly SupervisionNotices Supervision = new(
        new ThingWords("service_duty", "送达事项", "送达事项 {serviceTask}{caseNumber} {what}", "办理")
        {
            Which = "送达事项 {serviceTask}{caseNumber}",
            OwnFields = [s_task],
        }
    );

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Opened, .. Supervision.Kinds];

    internal static Dictionary<string, string> Fields(ServiceDuty duty) =>
        new()
        {
            ["serviceTask"] = duty.TaskNumber,
            ["caseNumber"] = duty.IsSensitive ? "" : "，" + CaseNumber.DisplayOf(duty.CaseNumber),
            [NoticeFields.OnScreen("caseNumber")] = "，" + CaseNumber.DisplayOf(duty.CaseNumber),
            ["what"] = duty.Kind.Chinese(),
            ["dueBy"] = duty.DueOn.Words,
        };
}
