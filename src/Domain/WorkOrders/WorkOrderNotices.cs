using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>Who is told of what happened to an order. Sensitive cases carry no case number and no category.</summary>
public static partial class WorkOrderNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms, NoticeChannel.Email];
    private static readonly NoticeChannel[] s_requester = [NoticeChannel.WeChat, NoticeChannel.Sms];

    public static readonly NoticeKind Received = new(
        "work_order.received",
        "留言已收到",
        s_requester,
        "【广州法院12368】您的留言已收到，编号 {number}，最迟 {answerBy} 答复。可在“广州微法院”小程序查看。"
    )
    {
        ShortText = "留言已收到，请等待答复",
    };

    public static readonly NoticeKind Dispatched = new(
        "work_order.dispatched",
        "新工单",
        s_staff,
        "【广州法院12368】新工单 {number}{caseNumber}，{category}，应于 {answerBy} 24:00 前答复。可登录 12368 平台办理，或回复 {replyCode}+答复内容。"
    )
    {
        WorkingHoursOnly = true,
    };

    public static readonly NoticeKind Urged = new(
        "work_order.urged",
        "当事人催办",
        s_staff,
        "【广州法院12368】工单 {number}{caseNumber} 当事人第 {count} 次催办，应于 {answerBy} 24:00 前答复。"
    )
    {
        WorkingHoursOnly = true,
        AlsoInApp = true,
        InboxText = "工单 {number}{caseNumber} 当事人第 {count} 次催办，应于 {answerBy} 24:00 前答复。",
    };

    public static readonly NoticeKind Interim = new(
        "work_order.interim",
        "法官有回复",
        s_requester,
        "【广州法院12368】您的留言 {number} 法官有回复，请登录“广州微法院”小程序查看。"
    )
    {
        AlsoInApp = true,
        ShortText = "法官有回复，请点开查看",
        InboxText = "您的留言 {number} 法官有回复，点开就能看到。",
    };

    public static readonly NoticeKind Answered = new(
        "work_order.answered",
        "法官已答复",
        s_requester,
        "【广州法院12368】您的留言 {number} 法官已答复，请登录“广州微法院”小程序查看并评价。不登录也可评价：{surveyLink}"
    )
    {
        AlsoInApp = true,
        ShortText = "法官已答复，请点开查看",
        InboxText = "您的留言 {number} 法官已答复，点开看答复，也可以评价。",
        SecretFields = [SurveyLink],
    };

    public static readonly NoticeKind Redo = new(
        "work_order.redo",
        "重新办理",
        s_staff,
        "【广州法院12368】工单 {number}{caseNumber} 当事人不满意，立案庭交您重新办理，应于 {answerBy} 24:00 前答复。可登录 12368 平台办理，或回复 {replyCode}+答复内容。"
    )
    {
        WorkingHoursOnly = true,
    };

    public static readonly NoticeKind Reopened = new(
        "work_order.reopened",
        "法院重新办理",
        s_requester,
        "【广州法院12368】您的留言 {number} 法院重新办理，最迟 {answerBy} 再答复您。可在“广州微法院”小程序查看。"
    );

    public static readonly NoticeKind Explained = new(
        "work_order.explained",
        "法院有说明",
        s_requester,
        "【广州法院12368】您评价过的留言 {number} 法院有说明，请登录“广州微法院”小程序查看。"
    );

    public static readonly NoticeKind Merged = new(
        "work_order.merged",
        "留言已并在一起",
        s_requester,
        "【广州法院12368】您的留言 {number} 和 {mainNumber} 问的是同一件事，已并到 {mainNumber} 一起办理，最迟 {answerBy} 答复。"
    );

    public static readonly NoticeKind Moved = new(
        "work_order.moved",
        "答复日期有变化",
        s_requester,
        "【广州法院12368】您的留言 {number} 改为最迟 {answerBy} 答复，原为 {dueBefore}，原因：{why}。可在“广州微法院”小程序查看。"
    )
    {
        AlsoInApp = true,
        ShortText = "答复日期有变化，请查看",
        InboxText = "您的留言 {number} 改为最迟 {answerBy} 答复，原为 {dueBefore}，原因：{why}。",
    };

    public static readonly NoticeKind Lapsed = new(
        "work_order.lapsed",
        "答复过期，已督促",
        s_requester,
        "【广州法院12368】您的留言 {number} 过了最迟答复日期 {answerBy}，还没有答复，法院已督促承办部门。可在“广州微法院”小程序催办，或拨打 12368。"
    )
    {
        AlsoInApp = true,
        ShortText = "答复过期，法院已督促",
        InboxText = "您的留言 {number} 过了最迟答复日期 {answerBy}，还没有答复，法院已督促承办部门。您可以催办。",
    };

    public static readonly NoticeKind Urgent = new(
        "work_order.urgent",
        "加急工单",
        s_staff,
        "【广州法院12368】加急工单 {number}{caseNumber}，{category}，应于 {answerBy} 24:00 前答复。请立即办理，或回复 {replyCode}+答复内容。"
    );

    public static readonly NoticeKind ReportedLate = new(
        "work_order.reported_late",
        "联络员汇报逾期工单",
        s_staff,
        "【广州法院12368】联络员汇报：{division} {owner} 承办的工单 {number}{caseNumber}，应于 {answerBy} 答复，已逾期 {days} 个工作日{message}。请督促办理。"
    )
    {
        WorkingHoursOnly = true,
        AlsoInApp = true,
    };

    /// <summary>Of the litigant's message; the rest is read on the platform.</summary>
    private const int SaidMaxLength = 28;

    internal const string SurveyLink = "surveyLink";

    public static readonly ThingWords Words = new("work_order", "工单", "工单 {number}{caseNumber}，{category}", "答复")
    {
        Which = "工单 {number}{caseNumber}",
        Due = "{answerBy}",
        OrElse = "，或回复 {replyCode}+答复内容",
        Said = "{message}",
    };

    public static readonly SupervisionNotices Supervision = new(Words);

    public static readonly HandlingNotices Handling = new(Words);

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        Received,
        Dispatched,
        Urged,
        Interim,
        Answered,
        Redo,
        Reopened,
        Explained,
        Merged,
        Moved,
        Lapsed,
        Urgent,
        ReportedLate,
        .. Supervision.Kinds,
        .. Handling.Kinds,
    ];

    internal static IEnumerable<Notice> ToOwner(
        this NoticeKind kind,
        WorkOrder order,
        params IEnumerable<(string Name, string Value)> more
    ) => kind.ToStaff(order.OwnerId, order, more);

    internal static IEnumerable<Notice> ToStaff(
        this NoticeKind kind,
        Guid staffId,
        WorkOrder order,
        params IEnumerable<(string Name, string Value)> more
    )
    {
        var fields = Fields(order);
        foreach (var (name, value) in more)
            fields[name] = value;
        return kind.To(NoticeRecipient.Staff(staffId), fields, order.Subject, order.IsUrgent);
    }

    internal static IEnumerable<Notice> ToRequester(this NoticeKind kind, WorkOrder order, params (string Name, string Value)[] more)
    {
        if (RequesterOf(order) is not { } requester)
            return [];
        var fields = Fields(order);
        foreach (var (name, value) in more)
            fields[name] = value;
        return kind.To(requester, fields, order.Subject);
    }

    /// <summary>For leaders, with what the litigant wrote (南沙 2020-26号 art. 8): as far as an SMS may say it.</summary>
    internal static IEnumerable<(string Name, string Value)> FieldsForLeaders(WorkOrder order) =>
        [("message", order.IsSensitive ? "" : "，诉求：" + Said(order))];

    /// <summary>No name, no number of a phone or person: digits and the requester are masked.</summary>
    private static string Said(WorkOrder order)
    {
        var said = string.Join(' ', order.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (order.RequesterName.Length > 1)
            said = said.Replace(order.RequesterName, Masking.Name(order.RequesterName), StringComparison.Ordinal);
        said = Digits().Replace(said, m => new string('*', m.Length)).Replace('【', '[').Replace('】', ']');
        return said.Length <= SaidMaxLength
            ? said
            : said[..(char.IsHighSurrogate(said[SaidMaxLength - 2]) ? SaidMaxLength - 2 : SaidMaxLength - 1)] + "…";
    }

    [GeneratedRegex("[0-9０-９Xx]{5,}")]
    private static partial Regex Digits();

    private static NoticeRecipient? RequesterOf(WorkOrder order)
    {
        var mobile = PhoneNumber.TryRead(order.RequesterPhone, out _, out var isMobile) && isMobile ? order.RequesterPhone : null;
        if (order.LitigantId is { } litigant)
            return NoticeRecipient.Litigant(litigant, mobile, usesWeChat: order.Channel == Channel.WeChat);
        return mobile is null ? null : NoticeRecipient.Phone(mobile);
    }

    internal static Dictionary<string, string> Fields(WorkOrder order) =>
        new()
        {
            ["number"] = order.Number,
            ["caseNumber"] = order.IsSensitive || order.CaseNumber is null ? "" : "，" + CaseNumber.ForSms(order.CaseNumber),
            ["category"] = order.IsSensitive ? "当事人来件" : order.Category.Chinese(),
            ["answerBy"] = order.DueOn.Words,
            ["replyCode"] = order.ReplyCode,
            ["count"] = order.UrgeCount.ToString(CultureInfo.InvariantCulture),
            ["mainNumber"] = order.MergedIntoNumber ?? "",
            ["dueBefore"] = "",
            ["why"] = "",
            [SurveyLink] = "",
        };
}
