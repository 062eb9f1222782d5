namespace Domain.Cases;

/// <summary>What happens in the course of a case and its people are told (FLOW 7–10; 穗南法 2020-26 art. 7).</summary>
public enum CaseNodeKind
{
    Filed,
    PanelFormed,
    PanelChanged,
    HearingSet,
    HearingMoved,
    HearingCancelled,
    Extended,
    Deducted,
    MediationBegun,
    MediationEnded,
    AppealSent,
    Closed,
    Effective,
    Archived,

    /// <summary>Something else, in its own words.</summary>
    Other,
}

/// <summary>A process node (流程节点).</summary>
public sealed class CaseNode : IRecorded
{
    public const int WordsMaxLength = 300;

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public required string ExternalId { get; init; }
    public CaseNodeKind Kind { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What the trial system adds; may be empty.</summary>
    public string Words { get; set; } = "";

    /// <summary>False for what the people of the case may not be told (FLOW 12).</summary>
    public bool IsPublic { get; set; }

    /// <summary>It was told and must not stand (FLOW 13): gone on the phone from then on.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>When its people were told; not again when it comes back.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    public bool IsShown => IsPublic && WithdrawnAt is null;
}

public static class CaseNodeWords
{
    public static string Chinese(this CaseNodeKind kind) =>
        kind switch
        {
            CaseNodeKind.Filed => "立案",
            CaseNodeKind.PanelFormed => "确定承办法官和合议庭",
            CaseNodeKind.PanelChanged => "承办法官或合议庭变更",
            CaseNodeKind.HearingSet => "排定开庭",
            CaseNodeKind.HearingMoved => "开庭改期",
            CaseNodeKind.HearingCancelled => "取消开庭",
            CaseNodeKind.Extended => "延长审理期限",
            CaseNodeKind.Deducted => "扣除审理期限",
            CaseNodeKind.MediationBegun => "开始调解",
            CaseNodeKind.MediationEnded => "调解结束",
            CaseNodeKind.AppealSent => "上诉案卷移送二审法院",
            CaseNodeKind.Closed => "结案",
            CaseNodeKind.Effective => "裁判生效",
            CaseNodeKind.Archived => "归档",
            CaseNodeKind.Other => "案件进展",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>What it means to somebody who has never been in court; empty where the word says it.</summary>
    public static string Plainly(this CaseNodeKind kind) =>
        kind switch
        {
            CaseNodeKind.Filed => "法院已经受理，案件有了案号",
            CaseNodeKind.PanelFormed => "由谁审理已经确定；有理由认为不公正的，可以申请回避",
            CaseNodeKind.PanelChanged => "换了审理的人；有理由认为不公正的，可以申请回避",
            CaseNodeKind.HearingSet => "请按时到庭；来不了要提前告诉法官",
            CaseNodeKind.HearingMoved => "请按新的时间到庭",
            CaseNodeKind.HearingCancelled => "这次不用到庭，新的时间会再通知",
            CaseNodeKind.Extended => "案件情况特殊，审理时间经批准延长",
            CaseNodeKind.Deducted => "鉴定、公告等用去的时间不算在审理期限内",
            CaseNodeKind.MediationBegun => "法院组织双方协商，谈不成的继续审理",
            CaseNodeKind.MediationEnded => "",
            CaseNodeKind.AppealSent => "案卷已经送到二审法院，二审会另立案号",
            CaseNodeKind.Closed => "这一审级已经有了结果",
            CaseNodeKind.Effective => "裁判有了执行效力，应当按它履行",
            CaseNodeKind.Archived => "案卷已经存档，可以申请查阅",
            CaseNodeKind.Other => "",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
