using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Shared;

namespace Domain.InboundMessages;

/// <summary>What goes back to somebody who sent an SMS, at once since they have just written; and who is asked to look.</summary>
public static class InboundNotices
{
    private static readonly NoticeChannel[] s_sms = [NoticeChannel.Sms];
    private const int TitleMaxLength = 30;
    private static readonly TimeSpan s_worthAnswering = TimeSpan.FromHours(2);

    public static readonly NoticeKind Answered = Kind(
        "inbound_sms.answered",
        "短信答复成功",
        "【广州法院12368】工单 {number} 已按您的短信答复办结，并通知当事人。"
    );

    public static readonly NoticeKind NotAnAnswer = Kind(
        "inbound_sms.not_an_answer",
        "短信未构成答复",
        "【广州法院12368】工单 {number} 未办结：这样的回复不是答复，当事人看不到。请写明结果，回复 {replyCode}+答复内容。"
    );

    public static readonly NoticeKind WhichOrder = Kind(
        "inbound_sms.which_order",
        "短信未指明工单",
        "【广州法院12368】未办结：您有 {count} 件工单待答复，不能确定是哪一件。请按派单短信里的答复码，回复“答复码+答复内容”。"
    );

    public static readonly NoticeKind UnknownCode = Kind(
        "inbound_sms.unknown_code",
        "没有这个答复码",
        "【广州法院12368】没有答复码 {code} 的工单，您的短信未作为答复。请按派单短信里的答复码，回复“答复码+答复内容”，或登录 12368 平台办理。"
    );

    public static readonly NoticeKind OrderClosed = Kind(
        "inbound_sms.order_closed",
        "工单已办结",
        "【广州法院12368】工单 {number} 已于 {closedAt} 办结，您的短信未作为答复。要补充的，请登录 12368 平台办理。"
    );

    public static readonly NoticeKind OrderHandedOn = Kind(
        "inbound_sms.order_handed_on",
        "工单已转他人",
        "【广州法院12368】工单 {number} 已由 {owner}承办，您的短信未作为答复，已记在工单上供承办人参考。"
    );

    public static readonly NoticeKind NoOpenOrder = Kind(
        "inbound_sms.no_open_order",
        "没有对应工单",
        "【广州法院12368】没有找到您可以答复的对应工单，您的短信未作为答复，请登录 12368 平台办理。"
    );

    public static readonly NoticeKind LetterReceived = Kind(
        "inbound_sms.letter_received",
        "来信已收到",
        "【广州法院12368】您的短信已收到，工作人员会查看。急事请拨打 12368，也可在“广州微法院”小程序留言。"
    );

    /// <summary>A person's own words.</summary>
    public static readonly NoticeKind Reply = new(
        "inbound_sms.reply",
        "回复来信",
        s_sms,
        "【广州法院12368】{words}（回复您的来信，咨询请拨打 12368）"
    )
    {
        OwnFields = [new NoticeField("words", "工作人员写的回复", AnswerSms.MaxLength, "您的案件已转承办法官。") { IsEssential = true }],
    };

    /// <summary>To the clerk of a service whose documents somebody refuses by SMS.</summary>
    public static readonly NoticeKind ServiceRefused = new(
        "inbound_sms.service_refused",
        "受送达人短信拒收文书",
        s_sms,
        "【广州法院12368】{recipient}以短信回复拒收您送达的文书：送达任务 {serviceTask}{caseNumber}{documents}。短信拒收不等于送达，请登录 12368 平台核对后改用其他方式送达。"
    )
    {
        WorkingHoursOnly = true,
        AlsoInApp = true,
        InboxText =
            "{recipient}以短信回复拒收您送达的文书：送达任务 {serviceTask}{caseNumber}{documents}。短信拒收不等于送达，请核对后改用其他方式送达。",
        OwnFields =
        [
            new("recipient", "受送达人（已遮盖，敏感案件不写姓名）", 24, "陈**", FieldMasking.Masked),
            new("serviceTask", "送达任务编号", 20, "SD20261120-0042") { IsEssential = true },
            new("documents", "文书（敏感案件为空）", 40, "，民事起诉状副本等 3 份", FieldMasking.Masked),
        ],
    };

    public static readonly NoticeKind AskLiaison = new(
        "inbound_sms.ask_liaison",
        "短信回复未办结",
        s_sms,
        "【广州法院12368】{judge}以短信回复了{order}，未构成答复，请联系确认。"
    )
    {
        WorkingHoursOnly = true,
        AlsoInApp = true,
    };

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        Answered,
        NotAnAnswer,
        WhichOrder,
        UnknownCode,
        OrderClosed,
        OrderHandedOn,
        NoOpenOrder,
        LetterReceived,
        Reply,
        ServiceRefused,
        AskLiaison,
    ];

    /// <summary>Whose refusal of what: on the phone masked, in the house whole.</summary>
    internal static Dictionary<string, string> RefusedFields(Service service)
    {
        var first = service.DocumentTitles.Split('、')[0];
        var more = service.Copies.Count > 1 ? $"等 {service.Copies.Count} 份" : "";
        var documents = $"，{(first.Length <= TitleMaxLength ? first : first[..(TitleMaxLength - 1)] + "…")}{more}";
        return new()
        {
            ["recipient"] = service.IsSensitive ? "受送达人" : ShownName.Of(service.RecipientName, isSensitive: false),
            [NoticeFields.OnScreen("recipient")] = ShownName.Whole(service.RecipientName, service.IsSensitive),
            ["serviceTask"] = service.TaskNumber,
            ["caseNumber"] = service.IsSensitive ? "" : "，" + CaseNumber.DisplayOf(service.CaseNumber),
            [NoticeFields.OnScreen("caseNumber")] = "，" + CaseNumber.DisplayOf(service.CaseNumber),
            ["documents"] = service.IsSensitive ? "" : documents,
            [NoticeFields.OnScreen("documents")] = documents,
        };
    }

    private static NoticeKind Kind(string key, string title, string text) => new(key, title, s_sms, text) { Lifetime = s_worthAnswering };
}
