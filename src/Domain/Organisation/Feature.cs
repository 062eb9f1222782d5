namespace Domain.Organisation;

/// <summary>What staff see or do. <see cref="Reach"/> has a row for each: pages, endpoints, menus, queries and use cases ask there.</summary>
public enum Feature
{
    /// <summary>Home, search, notices, password: whoever is signed in.</summary>
    Account,

    /// <summary>工单: to look at.</summary>
    WorkOrders,

    /// <summary>Which list of orders a post works from (我的、协办、本庭、全部工单).</summary>
    Desk,

    /// <summary>Answers in person what is the own order (待我答复).</summary>
    Answering,

    /// <summary>Acts on another owner's order; the filing division only while no judge has it.</summary>
    Handling,

    /// <summary>重新计算期限 at a hand-over.</summary>
    ClockRestart,

    /// <summary>标为加急.</summary>
    UrgentMark,

    /// <summary>联络员向部门领导汇报逾期工单.</summary>
    LateReport,

    /// <summary>来电登记、我的登记.</summary>
    Intake,

    /// <summary>待分派.</summary>
    Dispatch,

    /// <summary>回访复核.</summary>
    Reviews,

    /// <summary>督办台: late first, remarks, supervision by hand.</summary>
    Supervision,

    /// <summary>延期审批、待改派: to decide.</summary>
    Requests,

    /// <summary>投诉核查.</summary>
    Proof,

    /// <summary>账号找回: gives a person at the counter the own account back.</summary>
    AccountRecovery,

    /// <summary>答复模板.</summary>
    AnswerTemplates,

    /// <summary>案件查询.</summary>
    Cases,

    /// <summary>绑定审查: to look at. Whoever sits on the case, clerks it or owns the request decides.</summary>
    Bindings,

    /// <summary>材料审收: to look at. Whoever sits on the case or clerks it decides.</summary>
    Submissions,

    /// <summary>阅卷申请: to look at. Who releases is the court's to choose (<c>Reading:ReleasedBy</c>).</summary>
    Reading,

    /// <summary>录入代理人 from the paper, in the cases that one sits on or clerks.</summary>
    AgentEntry,

    /// <summary>应急预警: what they are about. Whoever raised one sees the own words besides.</summary>
    EarlyWarnings,

    /// <summary>接单: takes a warning and hands it on.</summary>
    WarningTaking,

    /// <summary>待确认线索, and the call when nobody takes a critical warning.</summary>
    WarningCandidates,

    /// <summary>预警词: the city's to look at, the own court's to change.</summary>
    WarningWords,

    /// <summary>送达: services and their certificates, to look at.</summary>
    Services,

    /// <summary>送达任务.</summary>
    ServiceTasks,

    /// <summary>Serves documents: the wizard, batches, what is done by hand.</summary>
    Serving,

    /// <summary>待邮寄、公告: the clerks' page of what is carried by hand.</summary>
    Handwork,

    /// <summary>待邮寄、公告: what clerks owe by a day, to look at.</summary>
    ServiceDuties,

    /// <summary>送达地址确认书. Those to be kept secret only the case's own people see.</summary>
    Confirmations,

    /// <summary>我的案件: of the person; for a head those of the division.</summary>
    MyCases,

    /// <summary>信息不一致: what the trial system says otherwise than a person entered here.</summary>
    CaseConflicts,

    /// <summary>案件进展推送: which nodes a court tells.</summary>
    NodePushes,

    /// <summary>案件导入: what was taken over from the trial system's files.</summary>
    CaseImports,

    /// <summary>裁判文书生效.</summary>
    Effects,

    /// <summary>送达顺序.</summary>
    FallbackPlans,

    /// <summary>送达统计.</summary>
    ServiceStatistics,

    /// <summary>统计 and its ledgers.</summary>
    Statistics,

    /// <summary>月度排名.</summary>
    Ranking,

    /// <summary>运行大屏.</summary>
    Wallboard,

    /// <summary>联络员通讯录.</summary>
    Directory,

    /// <summary>联系方式变更: to look at.</summary>
    ContactChanges,

    /// <summary>联系方式变更: to report.</summary>
    ContactReports,

    /// <summary>联系方式变更: to publish.</summary>
    ContactPublishing,

    /// <summary>短信回复.</summary>
    InboundSms,

    /// <summary>未送达通知.</summary>
    Undelivered,

    /// <summary>运行状态.</summary>
    Operations,

    /// <summary>通知模板: to look at.</summary>
    NoticeTemplates,

    /// <summary>分管院领导.</summary>
    InCharge,

    /// <summary>办理时限: to look at.</summary>
    AnswerLimits,

    /// <summary>办理时限 of the own court: to set.</summary>
    AnswerLimitSetting,

    /// <summary>工作日历: to look at.</summary>
    WorkCalendar,

    /// <summary>全市变更: to look at, and to approve what another person asks for.</summary>
    CityChanges,

    /// <summary>全市变更: to ask for what holds for the whole city (通知模板, 工作日历, 全部法院的办理时限, 全市的预警词).</summary>
    CityAsking,

    /// <summary>对接系统 and 推送记录: partner systems, their keys and what is sent to them.</summary>
    Partners,
}
