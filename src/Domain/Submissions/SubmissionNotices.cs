using System.Globalization;
using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Submissions;

/// <summary>A person of the case who has an account here.</summary>
public sealed record CasePerson(Guid LitigantId, string? Mobile, bool UsesWeChat);

/// <summary>
/// Who is told of what happened to a submission. Outside the court a case's number is masked; of a sensitive case neither number nor kind
/// goes to anybody's phone.
/// </summary>
public static class SubmissionNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms, NoticeChannel.Email];
    private static readonly NoticeChannel[] s_litigant = [NoticeChannel.WeChat, NoticeChannel.Sms];
    private const string See = "可在“广州微法院”小程序查看。";

    private static readonly NoticeField s_what = new("what", "交的是什么（敏感案件只写材料）", 12, "答辩状");
    private static readonly NoticeField s_maskedCase = new("maskedCase", "隐去序号的案号（敏感案件为空）", 24, "(…)粤0104民...号的");

    /// <summary>At once, by day and night: the court has told people that it goes out as they send.</summary>
    public static readonly NoticeKind Sent = OfStaff(
        "sent",
        "新的材料",
        "收到{what} {number}{caseNumber}，{owed}。请登录 12368 平台审收。"
    ) with
    {
        WorkingHoursOnly = false,
    };

    public static readonly NoticeKind Urged = OfStaff(
        "urged",
        "提交人催办",
        "{what} {number}{caseNumber} 提交人第 {count} 次催办，{owed}。请登录 12368 平台审收。"
    );

    public static readonly NoticeKind Supplemented = OfStaff(
        "supplemented",
        "材料已补交",
        "{what} {number}{caseNumber} 已补交，{owed}。请登录 12368 平台审收。"
    );

    public static readonly NoticeKind SupplementLapsed = OfStaff(
        "supplement_lapsed",
        "逾期未补交",
        "{what} {number}{caseNumber} 到期没有补交，{owed}。请登录 12368 平台按现有材料办理。"
    );

    public static readonly NoticeKind Received = OfLitigant(
        "received",
        "材料已收到",
        "您交的{maskedCase}{what}已收到，回执号 {number}，最迟 {dueBy}答复。" + See,
        "材料已收到，请等待"
    );

    public static readonly NoticeKind Missing = OfLitigant(
        "missing",
        "材料要您补",
        "您交的{maskedCase}{what}（{number}）还差 {needs} 样，请在 {supplementBy}24:00 前一次补齐。" + See,
        "材料要您补交"
    ) with
    {
        OwnFields =
        [
            s_what,
            s_maskedCase,
            new("needs", "要补几项", 2, "3"),
            new("supplementBy", "补交的最后一天", 18, "11 月 27 日（周五）"),
        ],
    };

    public static readonly NoticeKind Accepted = OfLitigant(
        "accepted",
        "材料已处理",
        "您好，您交的{maskedCase}{what}（{number}）法院已处理：{outcome}。" + See,
        "您交的材料法院已处理"
    ) with
    {
        OwnFields = [s_what, s_maskedCase, new("outcome", "收下、同意", 6, "已收下")],
    };

    public static readonly NoticeKind Refused = OfLitigant(
        "refused",
        "材料已处理，请看原因",
        "您好，您交的{maskedCase}{what}（{number}）法院已处理，没有{refusal}，原因和怎样再办，" + See,
        "您交的材料法院已处理，请看原因"
    ) with
    {
        OwnFields = [s_what, s_maskedCase, new("refusal", "收下、同意", 6, "收下")],
    };

    /// <summary>生效证明 is made.</summary>
    public static readonly NoticeKind CertificateReady = OfLitigant(
        "certificate_ready",
        "生效证明开好了",
        "您申请的{maskedCase}生效证明开好了（{number}）。" + See,
        "生效证明开好了，请查看"
    ) with
    {
        OwnFields = [s_maskedCase],
    };

    /// <summary>To the other parties.</summary>
    public static readonly NoticeKind Released = OfLitigant(
        "released",
        "法院发来对方的材料",
        "法院把{maskedCase}其他当事人交的{what}发给您看（{number}）。" + See,
        "法院发来对方交的材料"
    );

    public static readonly NoticeKind Moved = OfLitigant(
        "moved",
        "答复日期有变化",
        "您交的{what}（{number}）改为最迟 {dueBy}答复，原为 {dueBefore}，原因：{why}。" + See,
        "答复日期有变化，请查看"
    ) with
    {
        MaxSegments = 4,
    };

    public static readonly NoticeKind Lapsed = OfLitigant(
        "lapsed",
        "答复过期，已督促",
        "您交的{what}（{number}）过了最迟答复日期 {dueBy}，还没有答复，法院已督促承办部门。可在“广州微法院”小程序催办。",
        "答复过期，法院已督促"
    );

    public static readonly ThingWords Words = new("submission", "材料", "材料 {number}{caseNumber}", "审收");

    public static readonly SupervisionNotices Supervision = new(Words);

    public static readonly HandlingNotices Handling = new(Words);

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        Sent,
        Urged,
        Supplemented,
        SupplementLapsed,
        Received,
        Missing,
        Accepted,
        Refused,
        CertificateReady,
        Released,
        Moved,
        Lapsed,
        .. Supervision.Kinds,
        .. Handling.Kinds,
    ];

    /// <summary>As the SMS will say it.</summary>
    public static string Preview(NoticeKind kind, Submission submission, params IEnumerable<(string Name, string Value)> more) =>
        NoticeKind.Render(kind.Text, FieldsForLitigant(submission, more));

    internal static IEnumerable<Notice> ToRequester(NoticeKind kind, Submission submission, IEnumerable<(string Name, string Value)> more)
    {
        var mobile = PhoneNumber.TryRead(submission.SubmitterPhone, out _, out var isMobile) && isMobile ? submission.SubmitterPhone : null;
        var to = NoticeRecipient.Litigant(submission.LitigantId, mobile, usesWeChat: submission.Channel == Channel.WeChat);
        return kind.To(to, FieldsForLitigant(submission, more), submission.Subject);
    }

    internal static IEnumerable<Notice> ToOthers(Submission submission, IReadOnlyList<CasePerson> others)
    {
        var fields = FieldsForLitigant(submission, []);
        return others.SelectMany(p =>
            Released.To(NoticeRecipient.Litigant(p.LitigantId, p.Mobile, p.UsesWeChat), fields, submission.Subject)
        );
    }

    internal static Dictionary<string, string> Fields(Submission submission)
    {
        var number = "，" + CaseNumber.DisplayOf(submission.CaseNumber);
        return new()
        {
            ["number"] = submission.Number,
            ["caseNumber"] = submission.IsSensitive ? "" : number,
            [NoticeFields.OnScreen("caseNumber")] = number,
            ["what"] = submission.IsSensitive ? "材料" : submission.Rule.Title,
            ["dueBy"] = submission.DueOn.Words,
            ["count"] = submission.UrgeCount.ToString(CultureInfo.InvariantCulture),
            ["dueBefore"] = "",
            ["why"] = "",
        };
    }

    private static Dictionary<string, string> FieldsForLitigant(Submission submission, IEnumerable<(string Name, string Value)> more)
    {
        var fields = Fields(submission);
        fields.Remove(NoticeFields.OnScreen("caseNumber"));
        fields["caseNumber"] = "";
        fields["maskedCase"] = submission.IsSensitive ? "" : CaseNumber.ForSms(submission.CaseNumber) + "的";
        fields["supplementBy"] = submission.SupplementBy is { } day ? new CountedDay(day, submission.SupplementByIsProvisional).Words : "";
        fields["needs"] = "";
        fields["outcome"] = submission.Rule.IsTakenIn ? "已收下" : "已同意";
        fields["refusal"] = submission.Rule.IsTakenIn ? "收下" : "同意";
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }

    private static NoticeKind OfStaff(string key, string title, string text) =>
        new($"submission.{key}", title, s_staff, "【广州法院12368】" + text)
        {
            WorkingHoursOnly = true,
            AlsoInApp = true,
            OwnFields = [s_what],
        };

    private static NoticeKind OfLitigant(string key, string title, string text, string shortText) =>
        new($"submission.{key}", title, s_litigant, "【广州法院12368】" + text)
        {
            AlsoInApp = true,
            ShortText = shortText,
            OwnFields = [s_what, s_maskedCase],
        };
}
