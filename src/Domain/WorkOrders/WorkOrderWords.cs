namespace Domain.WorkOrders;

/// <summary>How a message reached the court (渠道): 厅、机、网、线、微, the AI attendant and SMS.</summary>
public enum Channel
{
    Hall,
    Kiosk,
    Web,
    Hotline,
    WeChat,
    AiAttendant,
    Sms,

    /// <summary>Another system (对接系统), which its trace names.</summary>
    Partner,
}

/// <summary>What it is about (诉求类别); the order is that of the number keys 1…9, 0 on the intake page.</summary>
public enum Category
{
    CaseQuery,
    LitigationConsultation,
    FilingConsultation,
    IssueDocument,
    HandOverMaterials,
    ContactJudge,
    Suggestion,
    Complaint,
    Petition,
    Reminder,
}

public enum WorkOrderState
{
    /// <summary>With the liaison officer, who names a judge.</summary>
    ToAssign,
    ToAnswer,

    /// <summary>The handler replied and asked for something; the deadline still runs.</summary>
    AwaitingRequester,
    Closed,
}

public enum Satisfaction
{
    Satisfied,
    BasicallySatisfied,
    Dissatisfied,
}

/// <summary>How an answer came.</summary>
public enum AnswerMeans
{
    Portal,
    Sms,
}

/// <summary>How a rating came.</summary>
public enum RatingWay
{
    SignedIn,

    /// <summary>By the link of the answer's notice.</summary>
    Survey,
}

public static class WorkOrderWords
{
    public static string Chinese(this Channel channel) =>
        channel switch
        {
            Channel.Hall => "大厅",
            Channel.Kiosk => "一体机",
            Channel.Web => "网上",
            Channel.Hotline => "热线",
            Channel.WeChat => "微信",
            Channel.AiAttendant => "智能坐席",
            Channel.Sms => "短信",
            Channel.Partner => "对接系统",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };

    public static string Chinese(this Category category) =>
        category switch
        {
            Category.CaseQuery => "案件查询",
            Category.LitigationConsultation => "诉讼咨询",
            Category.FilingConsultation => "立案咨询",
            Category.IssueDocument => "开具文书",
            Category.HandOverMaterials => "转交材料",
            Category.ContactJudge => "联系法官",
            Category.Suggestion => "意见建议",
            Category.Complaint => "投诉",
            Category.Petition => "信访",
            Category.Reminder => "催办",
            _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
        };

    public static string Chinese(this WorkOrderState state) =>
        state switch
        {
            WorkOrderState.ToAssign => "待分派",
            WorkOrderState.ToAnswer => "待答复",
            WorkOrderState.AwaitingRequester => "等待补充",
            WorkOrderState.Closed => "已办结",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Chinese(this Satisfaction satisfaction) =>
        satisfaction switch
        {
            Satisfaction.Satisfied => "满意",
            Satisfaction.BasicallySatisfied => "基本满意",
            Satisfaction.Dissatisfied => "不满意",
            _ => throw new ArgumentOutOfRangeException(nameof(satisfaction), satisfaction, null),
        };
}
