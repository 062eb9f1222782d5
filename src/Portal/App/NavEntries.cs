using Domain.Organisation;
using Infrastructure.Organisation;
using static Domain.Organisation.Role;

namespace Portal.App;

/// <param name="Group">Heading over it; entries of one group stand together.</param>
/// <param name="Icon">Font Awesome, e.g. <c>fa-inbox</c>.</param>
internal sealed record NavEntry(string Group, string Title, string Href, string Icon, NavCount? Count, params Role[] Roles);

/// <summary>The navigation of every post, top to bottom; a post's first entry is its start page. Only pages that exist.</summary>
internal static class NavEntries
{
    private static readonly Role[] s_leaders = [FilingDivision, VicePresident, President, SupervisionOfficer, DutyJudge];

    private static readonly Role[] s_agents = [HotlineAgent, ShiftLeader];

    private static readonly NavEntry[] s_all =
    [
        new("待办", "我的工单", "/work-orders", "fa-inbox", NavCount.Mine, Judge, PetitionOffice, Administrator),
        new("送达", "发起送达", "/service/new", "fa-paper-plane", null, Clerk),
        new("送达", "批量送达", "/service/batch", "fa-layer-group", null, Clerk),
        new("送达", "送达任务", "/service/tasks", "fa-list-check", NavCount.ServiceTasks, Clerk),
        new("送达", "待邮寄、公告", "/service/duties", "fa-envelopes-bulk", NavCount.ServiceDuties, Clerk),
        new("办案", "协办工单", "/work-orders", "fa-inbox", NavCount.Assisted, Clerk),
        new("送达", "送达地址确认书", "/address-confirmations", "fa-file-signature", null, Clerk, Judge),
        new("送达", "裁判文书生效", "/service/effective", "fa-gavel", null, Clerk, Judge),
        new("坐席", "来电登记", "/intake", "fa-headset", null, s_agents),
        new("坐席", "我的登记", "/registrations", "fa-list-check", NavCount.Registered, s_agents),
        new("分派", "待分派", "/dispatch", "fa-share-nodes", NavCount.ToAssign, LiaisonOfficer, FilingDivision),
        new("回访", "回访复核", "/reviews", "fa-face-frown", NavCount.Reviews, FilingDivision),
        new("督办", "督办台", "/supervision", "fa-gauge-high", NavCount.Overdue, [DivisionHead, .. s_leaders]),
        new("督办", "本庭工单", "/work-orders", "fa-inbox", NavCount.Division, DivisionHead, LiaisonOfficer),
        new("督办", "延期审批", "/extensions", "fa-calendar-plus", NavCount.Extensions, DivisionHead, VicePresident, President),
        new("督办", "待改派", "/reassignments", "fa-user-clock", NavCount.Reassignments, DivisionHead, VicePresident, President),
        new("督办", "短信回复", "/inbound-sms", "fa-comment-sms", null, LiaisonOfficer, FilingDivision, Administrator),
        new(
            "预警",
            "应急预警",
            "/early-warnings",
            "fa-triangle-exclamation",
            NavCount.Warnings,
            [Judge, Clerk, LiaisonOfficer, DivisionHead, PetitionOffice, .. s_agents, .. s_leaders]
        ),
        new("预警", "预警词", "/early-warnings/words", "fa-spell-check", null, Administrator),
        new(
            "送达",
            "送达任务",
            "/service/tasks",
            "fa-list-check",
            null,
            Judge,
            DivisionHead,
            LiaisonOfficer,
            FilingDivision,
            VicePresident,
            President,
            SupervisionOfficer
        ),
        new(
            "送达",
            "送达凭证",
            "/service/certificates",
            "fa-stamp",
            null,
            Clerk,
            Judge,
            DivisionHead,
            LiaisonOfficer,
            FilingDivision,
            VicePresident,
            President,
            SupervisionOfficer
        ),
        new("平台", "全部工单", "/work-orders", "fa-inbox", NavCount.Visible, s_leaders),
        new(
            "平台",
            "未送达通知",
            "/undelivered",
            "fa-envelope-circle-check",
            NavCount.Undelivered,
            Administrator,
            FilingDivision,
            LiaisonOfficer
        ),
        new("平台", "运行状态", "/operations", "fa-heart-pulse", null, Administrator, FilingDivision),
        new("统计", "统计", "/statistics", "fa-chart-column", null, [DivisionHead, .. s_leaders]),
        new("统计", "月度排名", "/ranking", "fa-ranking-star", null, [DivisionHead, .. s_leaders]),
        new("统计", "运行大屏", "/wallboard", "fa-display", null, s_leaders),
        new("统计", "我的统计", "/statistics", "fa-chart-column", null, Judge),
        new("统计", "本庭统计", "/statistics", "fa-chart-column", null, LiaisonOfficer),
        new("统计", "送达统计", "/service/statistics", "fa-chart-pie", null, [Clerk, LiaisonOfficer, DivisionHead, .. s_leaders]),
        new(
            "查询",
            "送达查询",
            "/service/search",
            "fa-file-circle-question",
            null,
            Clerk,
            Judge,
            LiaisonOfficer,
            DivisionHead,
            VicePresident,
            President,
            FilingDivision,
            SupervisionOfficer
        ),
        new(
            "查询",
            "送达地址确认书",
            "/address-confirmations",
            "fa-file-signature",
            null,
            DivisionHead,
            FilingDivision,
            SupervisionOfficer
        ),
        new(
            "查询",
            "裁判文书生效",
            "/service/effective",
            "fa-gavel",
            null,
            DivisionHead,
            FilingDivision,
            VicePresident,
            President,
            SupervisionOfficer
        ),
        new(
            "查询",
            "投诉核查",
            "/proof",
            "fa-clipboard-check",
            null,
            FilingDivision,
            SupervisionOfficer,
            DutyJudge,
            DivisionHead,
            PetitionOffice
        ),
        new(
            "查询",
            "案件查询",
            "/cases",
            "fa-magnifying-glass",
            null,
            [.. s_agents, LiaisonOfficer, DivisionHead, PetitionOffice, .. s_leaders]
        ),
        new("工具", "答复模板", "/templates", "fa-comment-dots", null, Judge, DivisionHead, LiaisonOfficer),
        new("工具", "联络员通讯录", "/contacts", "fa-address-book", null),
        new("工具", "联系方式变更", "/contact-changes", "fa-user-pen", NavCount.Contacts),
        new("工具", "分管院领导", "/in-charge", "fa-sitemap", null, Administrator),
        new("工具", "办理时限", "/answer-limits", "fa-hourglass-half", null, Administrator, FilingDivision),
        new("工具", "送达顺序", "/service/plans", "fa-route", null, Administrator, FilingDivision),
        new("工具", "工作日历", "/calendar", "fa-calendar-days", null),
        new("设置", "通知模板", "/notice-templates", "fa-message", null, Administrator),
        new("本人", "站内消息", "/inbox", "fa-bell", null),
        new("本人", "修改密码", "/password", "fa-key", null),
    ];

    /// <summary>An entry without roles is everybody's.</summary>
    public static IReadOnlyList<NavEntry> For(Role role) => [.. s_all.Where(e => e.Roles.Length == 0 || e.Roles.Contains(role))];
}
