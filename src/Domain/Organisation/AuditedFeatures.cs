using System.Collections.Frozen;

namespace Domain.Organisation;

/// <summary>Whose pages and files show people's data, so that each view leaves a row, and what the row calls them.</summary>
public static class AuditedFeatures
{
    private static readonly FrozenDictionary<Feature, string> s_names = new Dictionary<Feature, string>
    {
        [Feature.Account] = "首页、消息和搜索",
        [Feature.WorkOrders] = "工单",
        [Feature.Desk] = "工单",
        [Feature.Answering] = "待我答复",
        [Feature.Handling] = "工单",
        [Feature.ClockRestart] = "工单",
        [Feature.UrgentMark] = "工单",
        [Feature.LateReport] = "工单",
        [Feature.Intake] = "来电登记",
        [Feature.Dispatch] = "待分派",
        [Feature.Reviews] = "回访复核",
        [Feature.Supervision] = "督办台",
        [Feature.Requests] = "延期和改派审批",
        [Feature.Proof] = "投诉核查",
        [Feature.AccountRecovery] = "账号找回",
        [Feature.Cases] = "案件",
        [Feature.Bindings] = "绑定审查",
        [Feature.Submissions] = "材料审收",
        [Feature.Reading] = "阅卷申请",
        [Feature.AgentEntry] = "录入代理人",
        [Feature.MyCases] = "案件",
        [Feature.CaseConflicts] = "案件",
        [Feature.EarlyWarnings] = "应急预警",
        [Feature.WarningTaking] = "应急预警",
        [Feature.WarningCandidates] = "待确认线索",
        [Feature.Services] = "送达",
        [Feature.ServiceTasks] = "送达任务",
        [Feature.Serving] = "办理送达",
        [Feature.Handwork] = "待邮寄和公告",
        [Feature.ServiceDuties] = "待邮寄和公告",
        [Feature.Confirmations] = "送达地址确认书",
        [Feature.Effects] = "裁判文书生效",
        [Feature.ServiceStatistics] = "送达统计",
        [Feature.Statistics] = "统计和台账",
        [Feature.ContactChanges] = "联系方式变更",
        [Feature.ContactReports] = "联系方式变更",
        [Feature.ContactPublishing] = "联系方式变更",
        [Feature.InboundSms] = "短信回复",
        [Feature.Undelivered] = "未送达通知",
        [Feature.Operations] = "运行状态",
        [Feature.Partners] = "对接系统", // no person's data, but keys: who looks at them is known
    }.ToFrozenDictionary();

    /// <summary>Rules, texts and figures of the courts, in which no litigant appears; the published directory is of officers.</summary>
    private static readonly FrozenSet<Feature> s_without =
    [
        Feature.AnswerTemplates,
        Feature.WarningWords,
        Feature.FallbackPlans,
        Feature.NodePushes,
        Feature.CaseImports, // numbers of cases and what is wrong with a line
        Feature.Ranking,
        Feature.Wallboard,
        Feature.Directory,
        Feature.NoticeTemplates,
        Feature.InCharge,
        Feature.AnswerLimits,
        Feature.AnswerLimitSetting,
        Feature.WorkCalendar,
        Feature.CityChanges,
        Feature.CityAsking,
    ];

    /// <returns>Null where no person's data are shown.</returns>
    public static string? NameOf(Feature feature) =>
        s_names.TryGetValue(feature, out var name) ? name
        : s_without.Contains(feature) ? null
        : throw new ArgumentOutOfRangeException(nameof(feature), feature, "Say whether it shows people's data.");
}
