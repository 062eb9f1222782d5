using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>The people of a case are told what happens in it (流程节点). Of a sensitive case only that something did.</summary>
public static class NodeNotices
{
    /// <summary>What came to pass longer ago is shown and not sent: a first import would ring every phone.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(3);

    private static readonly NoticeChannel[] s_channels = [NoticeChannel.WeChat, NoticeChannel.Sms];

    private static readonly NoticeField[] s_fields =
    [
        new("node", "进展（敏感案件不写）", 20, "：排定开庭"),
        new("detail", "时间、地点、期限（敏感案件为空）", 80, "，时间 11 月 25 日（周三）09:30，地点 第三法庭"),
        new("maskedCase", "隐去序号的案号（敏感案件为空）", 24, "(…)粤0104民...号"),
    ];

    public static readonly NoticeKind Node = new(
        "case.node",
        "案件有新进展",
        s_channels,
        "【广州法院12368】您在{court}的案件{maskedCase}有新进展{node}{detail}。可在“广州微法院”小程序查看。"
    )
    {
        AlsoInApp = true,
        ShortText = "案件有新进展，请点开查看",
        InboxText = "您在{court}的案件{maskedCase}有新进展{node}{detail}。",
        OwnFields = s_fields,
    };

    public static readonly NoticeKind Hearing = new(
        "case.hearing",
        "开庭时间有变化",
        s_channels,
        "【广州法院12368】您在{court}的案件{maskedCase}{node}{detail}。可在“广州微法院”小程序查看。"
    )
    {
        AlsoInApp = true,
        ShortText = "开庭安排有变化，请点开查看",
        InboxText = "您在{court}的案件{maskedCase}{node}{detail}。",
        OwnFields = s_fields,
    };

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [Node, Hearing];

    internal static IEnumerable<Notice> Of(Case @case, CaseNode node, string court, IEnumerable<Litigant> people)
    {
        var kind = node.Kind is CaseNodeKind.HearingSet or CaseNodeKind.HearingMoved or CaseNodeKind.HearingCancelled ? Hearing : Node;
        var subject = new Subject(SubjectKind.Case, @case.Id) { CourtId = @case.CourtId, DivisionId = @case.DivisionId };
        var fields = Fields(@case, node, court, kind);
        return people
            .SelectMany(p => kind.To(NoticeRecipient.Litigant(p.Id, p.Phone, usesWeChat: p.OpenId is not null), fields, subject))
            .Select(n => n.Telling(node.Id));
    }

    private static Dictionary<string, string> Fields(Case @case, CaseNode node, string court, NoticeKind kind)
    {
        var detail = NodeDetail.Of(@case, node);
        var said = @case.IsSensitive ? "" : node.Kind.Chinese();
        return new()
        {
            ["court"] = court,
            ["maskedCase"] = @case.IsSensitive ? "" : CaseNumber.ForSms(@case.Number),
            ["node"] =
                kind == Hearing ? (said.Length == 0 ? "开庭有变化" : said)
                : said.Length == 0 ? ""
                : $"：{said}",
            ["detail"] = @case.IsSensitive || detail.Length == 0 ? "" : $"，{detail}",
        };
    }
}
