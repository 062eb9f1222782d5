using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Organisation;

namespace Portal.App;

/// <param name="Group">Heading over it; entries of one group stand together.</param>
/// <param name="Icon">Font Awesome, e.g. <c>fa-inbox</c>.</param>
/// <param name="Feature">What it leads to; whose menu offers that, the table of reach says.</param>
public sealed record NavEntry(string Group, string Title, string Href, string Icon, NavCount? Count, Feature Feature)
{
    /// <summary>Only for those who reach so far in it: the same page is called differently by how much it shows.</summary>
    public Extent? At { get; init; }

    /// <summary>Only for those who reach this too.</summary>
    public Feature? With { get; init; }

    /// <summary>Only for those who do not reach this.</summary>
    public Feature? Without { get; init; }

    public bool IsFor(StaffPost post) =>
        Reach.IsOffered(post, Feature)
        && (At is not { } extent || Reach.Of(post.Role, post.Level, Feature) == extent)
        && (With is not { } with || Reach.Of(post.Role, post.Level, with) != Extent.None)
        && (Without is not { } without || Reach.Of(post.Role, post.Level, without) == Extent.None);
}

/// <summary>The navigation of every post, top to bottom; a post's first entry is its start page: its own work. Only pages that exist.</summary>
internal static class NavEntries
{
    private static readonly NavEntry[] s_all =
    [
        new("待办", "我的工单", "/work-orders", "fa-inbox", NavCount.Desk, Feature.Desk)
        {
            At = Extent.Own,
            Without = Feature.NoticeTemplates,
        },
        new("待办", "绑定审查", "/bindings", "fa-link", NavCount.Bindings, Feature.Bindings) { With = Feature.Answering },
        new("待办", "阅卷申请", "/readings", "fa-book-open-reader", NavCount.Readings, Feature.Reading) { With = Feature.Answering },
        new("待办", "材料审收", "/submissions", "fa-file-lines", NavCount.Submissions, Feature.Submissions) { With = Feature.Answering },
        new("送达", "发起送达", "/service/new", "fa-paper-plane", null, Feature.Serving),
        new("送达", "批量送达", "/service/batch", "fa-layer-group", null, Feature.Serving),
        new("送达", "送达任务", "/service/tasks", "fa-list-check", NavCount.ServiceTasks, Feature.Serving),
        new("送达", "待邮寄、公告", "/service/duties", "fa-envelopes-bulk", NavCount.ServiceDuties, Feature.Serving),
        new("办案", "我的案件", "/my-cases", "fa-folder-open", null, Feature.MyCases) { At = Extent.Cases },
        new("办案", "协办工单", "/work-orders", "fa-inbox", NavCount.Desk, Feature.Desk) { At = Extent.Cases },
        new("办案", "绑定审查", "/bindings", "fa-link", NavCount.Bindings, Feature.Bindings)
        {
            At = Extent.Cases,
            Without = Feature.Answering,
        },
        new("办案", "材料审收", "/submissions", "fa-file-lines", NavCount.Submissions, Feature.Submissions)
        {
            At = Extent.Cases,
            Without = Feature.Answering,
        },
        new("办案", "阅卷申请", "/readings", "fa-book-open-reader", NavCount.Readings, Feature.Reading)
        {
            At = Extent.Cases,
            Without = Feature.Answering,
        },
        new("送达", "送达地址确认书", "/address-confirmations", "fa-file-signature", null, Feature.Confirmations)
        {
            With = Feature.Serving,
        },
        new("送达", "裁判文书生效", "/service/effective", "fa-gavel", null, Feature.Effects) { With = Feature.Serving },
        new("办案", "信息不一致", "/case-conflicts", "fa-code-compare", NavCount.CaseConflicts, Feature.CaseConflicts),
        new("坐席", "来电登记", "/intake", "fa-headset", null, Feature.Intake),
        new("坐席", "我的登记", "/registrations", "fa-list-check", NavCount.Registered, Feature.Intake),
        new("分派", "待分派", "/dispatch", "fa-share-nodes", NavCount.ToAssign, Feature.Dispatch),
        new("回访", "回访复核", "/reviews", "fa-face-frown", NavCount.Reviews, Feature.Reviews),
        new("督办", "督办台", "/supervision", "fa-gauge-high", NavCount.Overdue, Feature.Supervision),
        new("督办", "本庭工单", "/work-orders", "fa-inbox", NavCount.Desk, Feature.Desk) { At = Extent.Division },
        new("督办", "延期审批", "/extensions", "fa-calendar-plus", NavCount.Extensions, Feature.Requests),
        new("督办", "待改派", "/reassignments", "fa-user-clock", NavCount.Reassignments, Feature.Requests),
        new("平台", "运行状态", "/operations", "fa-heart-pulse", null, Feature.Operations),
        new("平台", "我的工单", "/work-orders", "fa-inbox", NavCount.Desk, Feature.Desk)
        {
            At = Extent.Own,
            With = Feature.NoticeTemplates, // an administrator's own are few, the platform is the work
        },
        new("督办", "绑定审查", "/bindings", "fa-link", NavCount.Bindings, Feature.Bindings) { At = Extent.Division },
        new("督办", "阅卷申请", "/readings", "fa-book-open-reader", NavCount.Readings, Feature.Reading) { At = Extent.Division },
        new("督办", "材料审收", "/submissions", "fa-file-lines", NavCount.Submissions, Feature.Submissions) { At = Extent.Division },
        new("督办", "短信回复", "/inbound-sms", "fa-comment-sms", NavCount.InboundSms, Feature.InboundSms),
        new("预警", "应急预警", "/early-warnings", "fa-triangle-exclamation", NavCount.Warnings, Feature.EarlyWarnings),
        new("预警", "预警词", "/early-warnings/words", "fa-spell-check", null, Feature.WarningWords),
        new("送达", "送达任务", "/service/tasks", "fa-list-check", null, Feature.ServiceTasks),
        new("送达", "送达凭证", "/service/certificates", "fa-stamp", null, Feature.Services),
        new("平台", "全部工单", "/work-orders", "fa-inbox", NavCount.Desk, Feature.Desk) { At = Extent.Court },
        new("平台", "未送达通知", "/undelivered", "fa-envelope-circle-check", NavCount.Undelivered, Feature.Undelivered),
        new("统计", "统计", "/statistics", "fa-chart-column", null, Feature.Statistics) { With = Feature.Ranking },
        new("统计", "月度排名", "/ranking", "fa-ranking-star", null, Feature.Ranking),
        new("统计", "运行大屏", "/wallboard", "fa-display", null, Feature.Wallboard),
        new("统计", "我的统计", "/statistics", "fa-chart-column", null, Feature.Statistics) { At = Extent.Own },
        new("统计", "本庭统计", "/statistics", "fa-chart-column", null, Feature.Statistics)
        {
            At = Extent.Division,
            Without = Feature.Ranking,
        },
        new("统计", "送达统计", "/service/statistics", "fa-chart-pie", null, Feature.ServiceStatistics),
        new("查询", "送达查询", "/service/search", "fa-file-circle-question", null, Feature.Services),
        new("查询", "送达地址确认书", "/address-confirmations", "fa-file-signature", null, Feature.Confirmations)
        {
            Without = Feature.Serving,
        },
        new("查询", "裁判文书生效", "/service/effective", "fa-gavel", null, Feature.Effects) { Without = Feature.Serving },
        new("查询", "投诉核查", "/proof", "fa-clipboard-check", null, Feature.Proof),
        new("查询", "本庭案件", "/my-cases", "fa-folder-open", null, Feature.MyCases) { At = Extent.Division },
        new("查询", "案件查询", "/cases", "fa-magnifying-glass", null, Feature.Cases),
        new("工具", "答复模板", "/templates", "fa-comment-dots", null, Feature.AnswerTemplates),
        new("工具", "联络员通讯录", "/contacts", "fa-address-book", null, Feature.Directory),
        new("工具", "联系方式变更", "/contact-changes", "fa-user-pen", NavCount.Contacts, Feature.ContactChanges),
        new("工具", "账号找回", "/account-recovery", "fa-user-shield", null, Feature.AccountRecovery),
        new("工具", "分管院领导", "/in-charge", "fa-sitemap", null, Feature.InCharge),
        new("工具", "办理时限", "/answer-limits", "fa-hourglass-half", null, Feature.AnswerLimits),
        new("工具", "送达顺序", "/service/plans", "fa-route", null, Feature.FallbackPlans),
        new("工具", "案件进展推送", "/node-pushes", "fa-tower-broadcast", null, Feature.NodePushes),
        new("工具", "工作日历", "/calendar", "fa-calendar-days", null, Feature.WorkCalendar),
        new("设置", "全市变更", "/city-changes", "fa-people-arrows", NavCount.CityChanges, Feature.CityChanges),
        new("设置", "通知模板", "/notice-templates", "fa-message", null, Feature.NoticeTemplates),
        new("设置", "对接系统", "/partners", "fa-plug", null, Feature.Partners),
        new("设置", "案件导入", "/case-imports", "fa-file-import", null, Feature.CaseImports),
        new("设置", "推送记录", "/webhook-deliveries", "fa-tower-broadcast", null, Feature.Partners),
        new("本人", "站内消息", "/inbox", "fa-bell", null, Feature.Account),
        new("本人", "修改密码", "/password", "fa-key", null, Feature.Account),
    ];

    /// <summary>More than these nobody reads; one of them is 更多.</summary>
    public const int MostVisible = 12;

    public static IReadOnlyList<NavEntry> For(StaffPost post) => [.. s_all.Where(e => e.IsFor(post))];

    /// <summary>What stands in the navigation, and what waits under 更多: what is counted never does, then what stands first.</summary>
    public static (IReadOnlyList<NavEntry> Visible, IReadOnlyList<NavEntry> More) Split(StaffPost post)
    {
        var all = For(post);
        if (all.Count <= MostVisible)
            return (all, []);
        var visible = all.Take(1).Concat(all.Skip(1).OrderBy(e => e.Count is null)).Take(MostVisible - 1).ToHashSet();
        return ([.. all.Where(visible.Contains)], [.. all.Where(e => !visible.Contains(e))]);
    }

    /// <summary>What a post's navigation counts.</summary>
    public static IReadOnlyCollection<NavCount> CountsOf(StaffPost post) =>
        [.. For(post).Select(e => e.Count).OfType<NavCount>().Distinct()];
}
