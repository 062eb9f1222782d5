using System.Globalization;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Reading;

/// <summary>Who is told of what happened to a request. To a phone goes no number of a sensitive case and no name of a document.</summary>
public static class ReadingNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms, NoticeChannel.Email];
    private static readonly NoticeChannel[] s_requester = [NoticeChannel.WeChat, NoticeChannel.Sms];
    private const string See = "可在“广州微法院”小程序查看。";

    public static readonly NoticeKind Asked = OfStaff(
        "asked",
        "新的阅卷申请",
        "收到阅卷申请 {number}{caseNumber}，{owed}。请登录 12368 平台审查。"
    );

    public static readonly NoticeKind Urged = OfStaff(
        "urged",
        "申请人催办",
        "阅卷申请 {number}{caseNumber} 申请人第 {count} 次催办，{owed}。请登录 12368 平台审查。"
    );

    public static readonly NoticeKind Received = OfRequester(
        "received",
        "阅卷申请已收到",
        "您的阅卷申请 {number} 已收到，最迟 {dueBy}答复。" + See,
        "阅卷申请已收到，请等待"
    );

    public static readonly NoticeKind Released = OfRequester(
        "released",
        "可以看案卷了",
        "您的阅卷申请 {number} 已批准，可看 {files} 份 {pages} 页，至 {until}24:00。打开前请先签阅卷单。" + See,
        "阅卷申请已批准"
    ) with
    {
        OwnFields =
        [
            new("files", "可看几份材料", 3, "3"),
            new("pages", "一共几页", 5, "92"),
            new("until", "可看的最后一天", 18, "11 月 27 日（周五）"),
        ],
    };

    public static readonly NoticeKind Refused = OfRequester(
        "refused",
        "阅卷申请没有批准",
        "您的阅卷申请 {number} 没有批准，原因和怎样就行，" + See,
        "阅卷申请没有批准"
    );

    public static readonly NoticeKind Ended = OfRequester(
        "ended",
        "阅卷已收回",
        "您的阅卷 {number} 已由法院提前收回，从现在起不能再看。原因" + See,
        "阅卷已收回"
    );

    public static readonly NoticeKind Moved = OfRequester(
        "moved",
        "答复日期有变化",
        "您的阅卷申请 {number} 改为最迟 {dueBy}答复，原为 {dueBefore}，原因：{why}。" + See,
        "答复日期有变化，请查看"
    ) with
    {
        MaxSegments = 4,
    };

    public static readonly NoticeKind Lapsed = OfRequester(
        "lapsed",
        "答复过期，已督促",
        "您的阅卷申请 {number} 过了最迟答复日期 {dueBy}，还没有答复，法院已督促承办部门。可在“广州微法院”小程序催办。",
        "答复过期，法院已督促"
    );

    public static readonly ThingWords Words = new("reading_request", "阅卷申请", "阅卷申请 {number}{caseNumber}", "审查");

    public static readonly SupervisionNotices Supervision = new(Words);

    public static readonly HandlingNotices Handling = new(Words);

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [Asked, Urged, Received, Released, Refused, Ended, Moved, Lapsed, .. Supervision.Kinds, .. Handling.Kinds];

    /// <summary>What the page of the request says.</summary>
    public static string ReleasedWords(IReadOnlyList<CaseFile> files, DateOnly until) =>
        $"可看 {files.Count} 份 {files.Sum(f => f.Pages)} 页，至 {ChinaTime.Day(until)}24:00。打开前请先签阅卷单。";

    /// <summary>As the SMS will say it.</summary>
    public static string Preview(NoticeKind kind, ReadingRequest request, params IEnumerable<(string Name, string Value)> more) =>
        NoticeKind.Render(kind.Text, FieldsForRequester(request, more));

    public static IEnumerable<(string Name, string Value)> ReleasedFields(IReadOnlyList<CaseFile> files, DateOnly until) =>
        [
            ("files", files.Count.ToString(CultureInfo.InvariantCulture)),
            ("pages", files.Sum(f => f.Pages).ToString(CultureInfo.InvariantCulture)),
            ("until", ChinaTime.Day(until)),
        ];

    internal static IEnumerable<Notice> ToRequester(NoticeKind kind, ReadingRequest request, IEnumerable<(string Name, string Value)> more)
    {
        var mobile = PhoneNumber.TryRead(request.ReaderPhone, out _, out var isMobile) && isMobile ? request.ReaderPhone : null;
        var to = NoticeRecipient.Litigant(request.LitigantId, mobile, usesWeChat: request.Channel == Channel.WeChat);
        return kind.To(to, FieldsForRequester(request, more), request.Subject);
    }

    internal static Dictionary<string, string> Fields(ReadingRequest request)
    {
        var number = "，" + CaseNumber.DisplayOf(request.CaseNumber);
        return new()
        {
            ["number"] = request.Number,
            ["caseNumber"] = request.IsSensitive ? "" : number,
            [NoticeFields.OnScreen("caseNumber")] = number,
            ["dueBy"] = request.DueOn.Words,
            ["count"] = request.UrgeCount.ToString(CultureInfo.InvariantCulture),
            ["dueBefore"] = "",
            ["why"] = "",
        };
    }

    private static Dictionary<string, string> FieldsForRequester(ReadingRequest request, IEnumerable<(string Name, string Value)> more)
    {
        var fields = Fields(request);
        fields.Remove(NoticeFields.OnScreen("caseNumber"));
        fields["caseNumber"] = "";
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }

    private static NoticeKind OfStaff(string key, string title, string text) =>
        new($"reading_request.{key}", title, s_staff, "【广州法院12368】" + text) { WorkingHoursOnly = true, AlsoInApp = true };

    private static NoticeKind OfRequester(string key, string title, string text, string shortText) =>
        new($"reading_request.{key}", title, s_requester, "【广州法院12368】" + text) { AlsoInApp = true, ShortText = shortText };
}
