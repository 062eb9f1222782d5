using System.Globalization;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Bindings;

/// <summary>
/// Who is told of what happened to a request. To who asks nothing says whether there is such a case: no number of a case, no name; sensitive
/// cases carry no number to anybody's phone.
/// </summary>
public static class BindingNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms, NoticeChannel.Email];
    private static readonly NoticeChannel[] s_requester = [NoticeChannel.WeChat, NoticeChannel.Sms];
    private const string See = "可在“广州微法院”小程序查看。";

    private static readonly NoticeField s_authority = new("authority", "代理权限", 8, "一般授权");
    private static readonly NoticeField s_hint = new(
        "hint",
        "只写全权代理时的提示，其他为空",
        40,
        "如需代为上诉或者和解，请补交逐项写明的委托书。"
    );

    public static readonly NoticeKind Asked = OfStaff(
        "asked",
        "新的绑定申请",
        "收到绑定申请 {number}{caseNumber}，{owed}。请登录 12368 平台审查。"
    );

    public static readonly NoticeKind Urged = OfStaff(
        "urged",
        "申请人催办",
        "绑定申请 {number}{caseNumber} 申请人第 {count} 次催办，{owed}。请登录 12368 平台审查。"
    );

    public static readonly NoticeKind Supplemented = OfStaff(
        "supplemented",
        "绑定申请已补充",
        "绑定申请 {number}{caseNumber} 已补充材料，{owed}。请登录 12368 平台审查。"
    );

    public static readonly NoticeKind SupplementLapsed = OfStaff(
        "supplement_lapsed",
        "绑定申请逾期未补",
        "绑定申请 {number}{caseNumber} 到期没有补充，{owed}。请登录 12368 平台按现有材料审查。"
    );

    public static readonly NoticeKind EndedForCourt = OfStaff(
        "ended_for_court",
        "委托已解除",
        "绑定 {number}{caseNumber} 的委托已解除，代理人不再能查看案件。可登录 12368 平台查看。"
    );

    public static readonly NoticeKind Received = OfRequester(
        "received",
        "绑定申请已收到",
        "您的绑定申请 {number} 已收到，最迟 {dueBy}答复。" + See,
        "绑定申请已收到，请等待"
    );

    public static readonly NoticeKind Missing = OfRequester(
        "missing",
        "绑定申请要您补充",
        "您的绑定申请 {number} 有 {needs} 项要补充，最晚 {supplementBy}，请一次补齐。" + See,
        "绑定申请要您补充材料"
    ) with
    {
        OwnFields = [new("needs", "要补充几项", 2, "2"), new("supplementBy", "补充的最后一天", 18, "11 月 25 日（周三）")],
    };

    public static readonly NoticeKind Approved = OfRequester(
        "approved",
        "绑定申请已通过",
        "您的绑定申请 {number} 已通过，代理权限为{authority}。{hint}" + See,
        "绑定申请已通过"
    ) with
    {
        OwnFields = [s_authority, s_hint],
        MaxSegments = 4, // what 全权代理 alone gives, and how to get more
    };

    public static readonly NoticeKind Entered = OfRequester(
        "entered",
        "已登记为代理人",
        "法院已按授权委托书把您登记为代理人（{number}），代理权限为{authority}。{hint}",
        "法院已把您登记为代理人"
    ) with
    {
        OwnFields = [s_authority, s_hint],
    };

    public static readonly NoticeKind Refused = OfRequester(
        "refused",
        "绑定申请没有通过",
        "您的绑定申请 {number} 没有通过，原因和怎样再交，" + See,
        "绑定申请没有通过"
    );

    public static readonly NoticeKind Ended = OfRequester(
        "ended",
        "委托已解除",
        "您的绑定 {number} 已解除，从现在起不能再查看这个案件和送达的文书。有疑问请打 12368。",
        "委托已解除"
    );

    public static readonly NoticeKind Moved = OfRequester(
        "moved",
        "答复日期有变化",
        "您的绑定申请 {number} 改为最迟 {dueBy}答复，原为 {dueBefore}，原因：{why}。" + See,
        "答复日期有变化，请查看"
    ) with
    {
        MaxSegments = 4,
    };

    public static readonly NoticeKind Lapsed = OfRequester(
        "lapsed",
        "答复过期，已督促",
        "您的绑定申请 {number} 过了最迟答复日期 {dueBy}，还没有答复，法院已督促承办部门。可在“广州微法院”小程序催办。",
        "答复过期，法院已督促"
    );

    public static readonly ThingWords Words = new("case_binding", "绑定申请", "绑定申请 {number}{caseNumber}", "审查");

    public static readonly SupervisionNotices Supervision = new(Words);

    public static readonly HandlingNotices Handling = new(Words);

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        Asked,
        Urged,
        Supplemented,
        SupplementLapsed,
        EndedForCourt,
        Received,
        Missing,
        Approved,
        Entered,
        Refused,
        Ended,
        Moved,
        Lapsed,
        .. Supervision.Kinds,
        .. Handling.Kinds,
    ];

    /// <summary>What the page of the request says, and what goes out in front of it.</summary>
    public static string ApprovedWords(CaseBinding binding) =>
        ApprovedWords(binding.PaperAuthority, binding.Authority!.Value, binding.BoundItems);

    /// <inheritdoc cref="ApprovedWords(CaseBinding)"/>
    /// <summary>Before it is sent.</summary>
    public static string ApprovedWords(PaperAuthority paper, AgentAuthority authority, AuthorityItems items) =>
        $"已绑定，代理权限为{authority.Chinese()}{(items == 0 ? "" : "：" + items.Chinese())}。{Hint(paper)}";

    /// <summary>As the SMS will say it.</summary>
    public static string Preview(NoticeKind kind, CaseBinding binding, params IEnumerable<(string Name, string Value)> more) =>
        NoticeKind.Render(kind.Text, FieldsForRequester(binding, more));

    internal static IEnumerable<Notice> ToRequester(NoticeKind kind, CaseBinding binding, IEnumerable<(string Name, string Value)> more)
    {
        var mobile = PhoneNumber.TryRead(binding.AgentPhone, out _, out var isMobile) && isMobile ? binding.AgentPhone : null;
        var to =
            binding.LitigantId is { } litigant ? NoticeRecipient.Litigant(litigant, mobile, usesWeChat: binding.Channel == Channel.WeChat)
            : mobile is null ? null
            : NoticeRecipient.Phone(mobile);
        return to is null ? [] : kind.To(to, FieldsForRequester(binding, more), binding.Subject);
    }

    internal static Dictionary<string, string> Fields(CaseBinding binding)
    {
        var number = "，" + CaseNumber.DisplayOf(binding.CaseNumber);
        return new()
        {
            ["number"] = binding.Number,
            ["caseNumber"] = binding.IsSensitive ? "" : number,
            [NoticeFields.OnScreen("caseNumber")] = number,
            ["dueBy"] = binding.DueOn.Words,
            ["count"] = binding.UrgeCount.ToString(CultureInfo.InvariantCulture),
            ["dueBefore"] = "",
            ["why"] = "",
        };
    }

    private static Dictionary<string, string> FieldsForRequester(CaseBinding binding, IEnumerable<(string Name, string Value)> more)
    {
        var fields = Fields(binding);
        fields.Remove(NoticeFields.OnScreen("caseNumber"));
        fields["caseNumber"] = "";
        fields["authority"] = binding.Authority?.Chinese() ?? "";
        fields["hint"] = Hint(binding.PaperAuthority);
        fields["supplementBy"] = binding.SupplementBy is { } day
            ? new Calendar.CountedDay(day, binding.SupplementByIsProvisional).Words
            : "";
        fields["needs"] = "";
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }

    private static string Hint(PaperAuthority paper) =>
        paper == PaperAuthority.FullOnly ? "委托书只写“全权代理”。如需代为上诉或者和解，请补交逐项写明的委托书。" : "";

    private static NoticeKind OfStaff(string key, string title, string text) =>
        new($"case_binding.{key}", title, s_staff, "【广州法院12368】" + text) { WorkingHoursOnly = true, AlsoInApp = true };

    private static NoticeKind OfRequester(string key, string title, string text, string shortText) =>
        new($"case_binding.{key}", title, s_requester, "【广州法院12368】" + text) { AlsoInApp = true, ShortText = shortText };
}
