namespace Domain.Cases;

/// <summary>The words for an agent and for what it may do, on every screen.</summary>
public static class CaseAgentWords
{
    private static readonly AuthorityItems[] s_items =
    [
        AuthorityItems.Admit,
        AuthorityItems.Waive,
        AuthorityItems.ChangeClaims,
        AuthorityItems.Settle,
        AuthorityItems.Counterclaim,
        AuthorityItems.Appeal,
    ];

    public static IReadOnlyList<AuthorityItems> AllItems => s_items;

    /// <summary>One by one, as the law lists them.</summary>
    public static IEnumerable<AuthorityItems> Each(this AuthorityItems items) => s_items.Where(i => items.HasFlag(i));

    public static string Chinese(this AuthorityItems item) =>
        item switch
        {
            AuthorityItems.Admit => "承认诉讼请求",
            AuthorityItems.Waive => "放弃诉讼请求",
            AuthorityItems.ChangeClaims => "变更诉讼请求",
            AuthorityItems.Settle => "进行和解",
            AuthorityItems.Counterclaim => "提起反诉",
            AuthorityItems.Appeal => "提起上诉",
            _ => string.Join('、', item.Each().Select(i => i.Chinese())),
        };

    public static string Chinese(this AgentAuthority authority) => authority == AgentAuthority.Special ? "特别授权" : "一般授权";

    public static string Chinese(this AgentKind kind) =>
        kind switch
        {
            AgentKind.Lawyer => "律师",
            AgentKind.LegalWorker => "基层法律服务工作者",
            AgentKind.CloseRelative => "近亲属",
            AgentKind.Employee => "当事人的工作人员",
            AgentKind.Community => "社区、单位推荐的公民",
            AgentKind.SocialOrganisation => "社会团体推荐的公民",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
