using System.Globalization;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>Who is told of what happened to an order. Sensitive cases carry no case number and no category.</summary>
public static class WorkOrderNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms, NoticeChannel.Email];
    private static readonly NoticeChannel[] s_requester = [NoticeChannel.WeChat, NoticeChannel.Sms];

    private static readonly NoticeField s_urgency = new(
        "urgency",
        "加急的原因（已遮盖，敏感案件为空）",
        32,
        "，原因：当事人称明早开庭",
        FieldMasking.Masked
    );

    public static readonly NoticeKind Received = new(
        "work_order.received",
        "留言已收到",
        s_requester,
        "【广州法院12368】您的留言已收到，编号 {number}，最迟 {answerBy}答复。可在“广州微法院”小程序查看。{orderLink}"
    )
    {
        ShortText = "留言已收到，请等待答复",
    };

    public static readonly NoticeKind Dispatched = new(
        "work_order.dispatched",
        "新工单",
        s_staff,
        "【广州法院12368】新工单 {number}{caseNumber}，{category}{message}，{owed}。可登录 12368 平台办理，或回复 {replyCode}+答复内容。"
    )
    {
        WorkingHoursOnly = true,
    };

    public static readonly NoticeKind Urged = new(
        "work_order.urged",
        "当事人催办",
        s_staff,
        "【广州法院12368】工单 {number}{caseNumber} 当事人第 {count} 次催办，{owed}。可登录 12368 平台办理，或回复 {replyCode}+答复内容。"
    )
    {
        WorkingHoursOnly = true,
        AlsoInApp = true,
        InboxText = "工单 {number}{caseNumber} 当事人第 {count} 次催办，{owed}。",
    };

    public static readonly NoticeKind Interim = new(
        "work_order.interim",
        "法院有回复",
        s_requester,
        "【广州法院12368】您的留言 {number} 法院有回复，请登录“广州微法院”小程序查看。{orderLink}"
    )
    {
        AlsoInApp = true,
        ShortText = "法院有回复，请点开查看",
        InboxText = "您的留言 {number} 法院有回复，点开就能看到。",
    };

    public static readonly NoticeKind Answered = new(
        "work_order.answered",
        "法院已答复",
        s_requester,
        "【广州法院12368】您的留言 {number} 法院已答复，可在“广州微法院”小程序查看。看答复、评价，核对手机号即可：{surveyLink}"
    )
    {
        AlsoInApp = true,
        ShortText = "法院已答复，请点开查看",
        InboxText = "您的留言 {number} 法院已答复，点开看答复，也可以评价。",
        SecretFields = [SurveyLink],
    };

    /// <summary>The answer itself, where its words may go out: see <see cref="AnswerTelling"/>.</summary>
    public static readonly NoticeKind AnsweredInFull = new(
        "work_order.answered_in_full",
        "法院已答复（短信带全文）",
        s_requester,
        "【广州法院12368】您的留言 {number} 答复：{answer}　评价：{surveyLink}"
    )
    {
        AlsoInApp = true,
        ShortText = Answered.ShortText,
        InboxTitle = Answered.Title,
        InboxText = Answered.InboxText,
        SecretFields = [SurveyLink],
        MaxSegments = 7, // what gateways take: 500 characters
        TemplateOf = Answered.Key,
        OwnFields =
        [
            new("answer", "答复全文，太长的分几条", AnswerMaxLength, "可以带手机，原件请一并带来。", FieldMasking.Masked)
            {
                IsEssential = true,
            },
        ],
    };

    /// <summary>To whoever asked to have it read out; when nobody picks up, an SMS where the phone takes one.</summary>
    public static readonly NoticeKind AnsweredByVoice = new(
        "work_order.answered_by_voice",
        "法院已答复（语音播报）",
        [NoticeChannel.Voice, NoticeChannel.Sms],
        "【广州法院12368】您的留言 {number} 法院已答复，电话没有打通。看答复、评价，核对手机号即可：{surveyLink}，也可拨打 12368。"
    )
    {
        AlsoInApp = true,
        InboxTitle = Answered.Title,
        InboxText = Answered.InboxText,
        VoiceText =
            "您好，这里是广州法院 12368 诉讼服务平台。您的留言，法院已经答复：{answer}。答复读完了。还有要问的，请拨打 12368。法院不会在电话里索要密码、验证码，也不会要求转账。",
        SecretFields = [SurveyLink],
        OwnFields =
        [
            new("answer", "答复全文", Handled.TextMaxLength, "可以带手机，原件请一并带来", FieldMasking.Masked) { IsEssential = true },
        ],
    };

    /// <summary>To whoever follows the link of an answer, on the phone that it was sent to.</summary>
    public static readonly NoticeKind AnswerCode = new(
        "work_order.answer_code",
        "看答复的验证码",
        [NoticeChannel.Sms],
        "【广州法院12368】看法院答复的验证码 {code}，5 分钟内有效。法院不会向您索要验证码。"
    )
    {
        Lifetime = SmsCode.Lifetime,
        Express = true,
        SecretFields = ["code"],
        IsPassing = true,
    };

    public static readonly NoticeKind Redo = new(
        "work_order.redo",
        "重新办理",
        s_staff,
        "【广州法院12368】工单 {number}{caseNumber} 当事人不满意，立案庭交您重新办理，{owed}。可登录 12368 平台办理，或回复 {replyCode}+答复内容。"
    )
    {
        WorkingHoursOnly = true,
    };

    public static readonly NoticeKind Reopened = new(
        "work_order.reopened",
        "法院重新办理",
        s_requester,
        "【广州法院12368】您的留言 {number} 法院重新办理，最迟 {answerBy}再答复您。可在“广州微法院”小程序查看。{orderLink}"
    );

    public static readonly NoticeKind Explained = new(
        "work_order.explained",
        "法院有说明",
        s_requester,
        "【广州法院12368】您评价过的留言 {number} 法院有说明，请登录“广州微法院”小程序查看。{orderLink}"
    );

    public static readonly NoticeKind Merged = new(
        "work_order.merged",
        "留言已并在一起",
        s_requester,
        "【广州法院12368】您的留言 {number} 和 {mainNumber} 问的是同一件事，已并到 {mainNumber} 一起办理，最迟 {answerBy}答复。"
    );

    public static readonly NoticeKind Moved = new(
        "work_order.moved",
        "答复日期有变化",
        s_requester,
        "【广州法院12368】您的留言 {number} 改为最迟 {answerBy}答复，原为 {dueBefore}，原因：{why}。可在“广州微法院”小程序查看。{orderLink}"
    )
    {
        AlsoInApp = true,
        ShortText = "答复日期有变化，请查看",
        MaxSegments = 4, // the reason in the words of whoever asked for more time
        InboxText = "您的留言 {number} 改为最迟 {answerBy}答复，原为 {dueBefore}，原因：{why}。",
    };

    public static readonly NoticeKind Lapsed = new(
        "work_order.lapsed",
        "答复过期，已督促",
        s_requester,
        "【广州法院12368】您的留言 {number} 过了最迟答复日期 {answerBy}，还没有答复，法院已督促承办部门。可在“广州微法院”小程序催办，或拨打 12368。{orderLink}"
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
        "【广州法院12368】加急工单 {number}{caseNumber}，{category}{urgency}，{owed}。请立即办理，或回复 {replyCode}+答复内容。"
    )
    {
        AlsoInApp = true,
        InboxText = "加急工单 {number}{caseNumber}，{category}{urgency}，{owed}。请立即办理。",
        OwnFields = [s_urgency],
    };

    /// <summary>To the head of the owner's division, who sees to it that somebody does it now.</summary>
    public static readonly NoticeKind UrgentInDivision = new(
        "work_order.urgent_in_division",
        "本庭有加急工单",
        s_staff,
        "【广州法院12368】{division} {owner} 的工单 {number}{caseNumber} 已标为加急{urgency}，{owed}。请督促办理。"
    )
    {
        AlsoInApp = true,
        OwnFields = [s_urgency],
    };

    public static readonly NoticeKind ReportedLate = new(
        "work_order.reported_late",
        "联络员汇报逾期工单",
        s_staff,
        "【广州法院12368】联络员汇报：{division} {owner} 的工单 {number}{caseNumber}，应于 {answerBy}答复，已逾期 {days} 个工作日{message}。请督促办理。"
    )
    {
        WorkingHoursOnly = true,
        AlsoInApp = true,
    };

    /// <summary>Of the litigant's message; the rest is read on the platform.</summary>
    private const int SaidMaxLength = 28;

    /// <summary>The same where several are told together.</summary>
    private const int TitleMaxLength = 14;

    /// <summary>Of the reason why a day has moved.</summary>
    internal const int WhyMaxLength = 60;

    internal const string SurveyLink = "surveyLink";

    /// <summary>Opens the message, for whoever has an account; where it goes out it becomes an address, see <see cref="OrderLinks"/>.</summary>
    public const string OrderLink = "orderLink";

    /// <summary>What a text of <see cref="AnsweredInFull"/> leaves to the answer when number and link are as long as they can be.</summary>
    internal const int AnswerMaxLength = 365;

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
        AnsweredInFull,
        AnsweredByVoice,
        AnswerCode,
        Redo,
        Reopened,
        Explained,
        Merged,
        Moved,
        Lapsed,
        Urgent,
        UrgentInDivision,
        ReportedLate,
        .. Supervision.Kinds,
        .. Handling.Kinds,
    ];

    internal static IEnumerable<Notice> ToRequester(this NoticeKind kind, WorkOrder order, params (string Name, string Value)[] more)
    {
        if (RequesterOf(order) is not { } requester)
            return [];
        var fields = FieldsForRequester(order);
        foreach (var (name, value) in more)
            fields[name] = value;
        return kind.To(requester, fields, order.Subject);
    }

    /// <summary>The answer's notices, as <see cref="AnswerTelling"/> says. What goes out in parts is one news for WeChat and the inbox.</summary>
    internal static IReadOnlyList<Notice> OfAnswer(WorkOrder order, AnswerTelling telling, SurveyLink? survey)
    {
        var fields = FieldsForRequester(order);
        fields[SurveyLink] = survey?.Address ?? "";
        if (telling.Form == AnswerForm.Voice)
            return [.. AnsweredByVoice.To(CallerOf(order), Saying(telling.Words[0]), order.Subject)];
        if (RequesterOf(order) is not { } requester)
            return [];
        if (telling.Form != AnswerForm.Whole)
            return [.. Answered.To(requester, fields, order.Subject)];
        return
        [
            .. AnsweredInFull.To(requester, Saying(telling.Words[0]), order.Subject),
            .. telling
                .Words.Skip(1)
                .Select(part => AnsweredInFull.Through(NoticeChannel.Sms, null, requester.Mobile, Saying(part), order.Subject)),
        ];

        Dictionary<string, string> Saying(string words) => new(fields) { ["answer"] = words };
    }

    /// <returns>Characters of <see cref="AnsweredInFull"/> without the answer.</returns>
    internal static int LengthAround(WorkOrder order, int linkLength)
    {
        var fields = new Dictionary<string, string>(Fields(order)) { ["answer"] = "" };
        return NoticeKind.Render(AnsweredInFull.Text, fields).Length + linkLength;
    }

    /// <summary>For leaders (南沙 2020-26号 art. 8) and the next owner, with what the litigant wrote: as far as an SMS may say it.</summary>
    internal static IEnumerable<(string Name, string Value)> SaidIn(WorkOrder order) =>
        [("message", order.IsSensitive ? "" : "，诉求：" + Spoken(order, order.Text, SaidMaxLength))];

    /// <summary>Which case and what is asked, behind the number in a list; empty for a case that is not public.</summary>
    /// <returns>，（2026）粤0104民初12345号，开庭能不能带手机.</returns>
    public static string InList(WorkOrder order) =>
        order.IsSensitive ? "" : Fields(order)["caseNumber"] + "，" + Spoken(order, order.Title, TitleMaxLength).TrimEnd('。');

    /// <summary>Why it cannot wait, for whoever has to act: as far as an SMS may say it; whole in the house.</summary>
    internal static IEnumerable<(string Name, string Value)> UrgencyFields(WorkOrder order, string reason) =>
        [
            ("urgency", order.IsSensitive ? "" : "，原因：" + Spoken(order, reason, SaidMaxLength)),
            (NoticeFields.OnScreen("urgency"), "，原因：" + OpenWords.InOneLine(reason)),
        ];

    /// <summary>Words about an order as an SMS may say them: no name, no number of a phone or person; cut where they are too long.</summary>
    internal static string Spoken(WorkOrder order, string words, int maxLength)
    {
        var said = OpenWords.InOneLine(words);
        if (order.RequesterName.Length > 1)
            said = said.Replace(order.RequesterName, ShownName.Of(order.RequesterName, order.IsSensitive), StringComparison.Ordinal);
        said = NamedPeople.Mask(said);
        return said.Length <= maxLength ? said : said[..(char.IsHighSurrogate(said[maxLength - 2]) ? maxLength - 2 : maxLength - 1)] + "…";
    }

    private static NoticeRecipient? RequesterOf(WorkOrder order)
    {
        var mobile = PhoneNumber.TryRead(order.RequesterPhone, out _, out var isMobile) && isMobile ? order.RequesterPhone : null;
        if (order.LitigantId is { } litigant)
            return NoticeRecipient.Litigant(litigant, mobile, usesWeChat: order.Channel == Channel.WeChat);
        return mobile is null ? null : NoticeRecipient.Phone(mobile);
    }

    private static NoticeRecipient CallerOf(WorkOrder order) =>
        RequesterOf(order) is { Mobile: not null } mobile
            ? mobile
            : new NoticeRecipient(
                order.LitigantId is null ? RecipientKind.Phone : RecipientKind.Litigant,
                order.LitigantId,
                null,
                UsesWeChat: false
            )
            {
                Landline = order.RequesterPhone,
            };

    /// <summary>To phones whose holder nobody knows, a case number says the court and the kind only (domain facts §10.3).</summary>
    private static Dictionary<string, string> FieldsForRequester(WorkOrder order)
    {
        var fields = Fields(order);
        if (fields["caseNumber"].Length > 0)
            fields["caseNumber"] = "，" + CaseNumber.ForSms(order.CaseNumber!);
        return fields;
    }

    internal static Dictionary<string, string> Fields(WorkOrder order) =>
        new()
        {
            ["number"] = order.Number,
            ["caseNumber"] = order.IsSensitive || order.CaseNumber is null ? "" : "，" + CaseNumber.DisplayOf(order.CaseNumber),
            [NoticeFields.OnScreen("caseNumber")] = order.CaseNumber is null ? "" : "，" + CaseNumber.DisplayOf(order.CaseNumber),
            [NoticeFields.OnScreen("category")] = order.Category.Chinese(),
            ["category"] = order.IsSensitive ? "当事人来件" : order.Category.Chinese(),
            ["answerBy"] = order.DueOn.Words,
            ["replyCode"] = order.ReplyCode,
            ["count"] = order.UrgeCount.ToString(CultureInfo.InvariantCulture),
            ["mainNumber"] = order.MergedIntoNumber ?? "",
            ["dueBefore"] = "",
            ["why"] = "",
            [SurveyLink] = "",
            [OrderLink] = order.LitigantId is null ? "" : OrderLinks.PathOf(order.Id),
        };
}
