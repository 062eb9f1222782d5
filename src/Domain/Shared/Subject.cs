namespace Domain.Shared;

/// <summary>The kinds of things that notices, files and hints are about. A new one is named here and in the Portal's SubjectPages.</summary>
public enum SubjectKind
{
    WorkOrder,

    /// <summary>A service of documents to one person. A notice about it carries the documents: what becomes of it is a fact of the service.</summary>
    Service,

    /// <summary>A task of service; also of what only goes along with one of its services.</summary>
    ServiceTask,

    ServiceDuty,
    EarlyWarning,
    ContactChange,
    ContactGap,
    InboundSms,

    /// <summary>A change that holds for the whole city.</summary>
    CityChange,

    Case,

    /// <summary>An agent's request to be bound to a case.</summary>
    CaseBinding,

    /// <summary>Materials or an application that somebody handed in.</summary>
    Submission,

    /// <summary>A request to read documents of a case.</summary>
    ReadingRequest,
}

/// <summary>What something is about, and whose matter that is: the people of the court and division look after what fails.</summary>
public sealed record Subject(SubjectKind Kind, Guid Id)
{
    /// <summary>Null where it is nobody's yet.</summary>
    public required Guid? CourtId { get; init; }

    public required Guid? DivisionId { get; init; }
}

public static class SubjectKinds
{
    /// <summary>The word for it, on screens and in notices.</summary>
    public static string Chinese(this SubjectKind kind) =>
        kind switch
        {
            SubjectKind.WorkOrder => "工单",
            SubjectKind.Service => "文书送达",
            SubjectKind.ServiceTask => "送达任务",
            SubjectKind.ServiceDuty => "送达事项",
            SubjectKind.EarlyWarning => "预警",
            SubjectKind.ContactChange => "联系方式变更",
            SubjectKind.ContactGap => "联络员空缺",
            SubjectKind.InboundSms => "短信来信",
            SubjectKind.CityChange => "全市变更",
            SubjectKind.Case => "案件",
            SubjectKind.CaseBinding => "绑定申请",
            SubjectKind.Submission => "材料和申请",
            SubjectKind.ReadingRequest => "阅卷申请",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
