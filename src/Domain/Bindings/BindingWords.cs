using Domain.Cases;

namespace Domain.Bindings;

public enum BindingState
{
    ToReview,

    /// <summary>等补充: the requester was asked for everything that is missing.</summary>
    AwaitingRequester,
    Approved,
    Refused,

    /// <summary>The authority has ended: 解除委托, or its last day has passed.</summary>
    Ended,
}

/// <summary>How the power of attorney words the authority. 全权代理 without items gives no more than general authority.</summary>
public enum PaperAuthority
{
    General,
    Special,
    FullOnly,
}

/// <summary>What a file proves.</summary>
public enum PaperKind
{
    PowerOfAttorney,

    /// <summary>律师事务所函; of a legal service office its 介绍信; of a community, unit or organisation its recommendation.</summary>
    Letter,

    /// <summary>执业证; of others the ID card.</summary>
    Licence,

    /// <summary>亲属关系、劳动人事关系, or that the party belongs to the community, unit or district.</summary>
    Relation,
}

public enum BindingEnd
{
    /// <summary>解除委托, by the agent.</summary>
    ByAgent,

    /// <summary>解除委托, by the party.</summary>
    ByParty,

    /// <summary>Entered by the court from the paper.</summary>
    ByCourt,
    Expired,

    /// <summary>Before it was decided: the requester took it back.</summary>
    TakenBack,

    /// <summary>A later request changed the authority.</summary>
    Replaced,
}

public static class BindingWords
{
    public static string Chinese(this PaperAuthority authority) =>
        authority switch
        {
            PaperAuthority.General => "一般授权",
            PaperAuthority.Special => "特别授权，逐项写明",
            PaperAuthority.FullOnly => "只写“全权代理”",
            _ => throw new ArgumentOutOfRangeException(nameof(authority), authority, null),
        };

    public static string Chinese(this BindingState state) =>
        state switch
        {
            BindingState.ToReview => "待审查",
            BindingState.AwaitingRequester => "等补充",
            BindingState.Approved => "已通过",
            BindingState.Refused => "未通过",
            BindingState.Ended => "已解除",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Chinese(this BindingEnd end) =>
        end switch
        {
            BindingEnd.ByAgent => "代理人解除委托",
            BindingEnd.ByParty => "委托人解除委托",
            BindingEnd.ByCourt => "法院按书面材料登记解除",
            BindingEnd.Expired => "委托期限届满",
            BindingEnd.TakenBack => "申请人撤回",
            BindingEnd.Replaced => "由新的委托代替",
            _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
        };

    /// <summary>A paper as this kind of agent calls it.</summary>
    public static string NameOf(this AgentKind kind, PaperKind paper) =>
        paper switch
        {
            PaperKind.PowerOfAttorney => "授权委托书",
            PaperKind.Letter when kind == AgentKind.Lawyer => "律师事务所函",
            PaperKind.Letter when kind == AgentKind.LegalWorker => "基层法律服务所介绍信",
            PaperKind.Letter => "推荐材料",
            PaperKind.Licence when kind == AgentKind.Lawyer => "律师执业证",
            PaperKind.Licence when kind == AgentKind.LegalWorker => "法律服务工作者执业证",
            PaperKind.Licence => "身份证件",
            PaperKind.Relation when kind == AgentKind.CloseRelative => "近亲属关系证明",
            PaperKind.Relation when kind == AgentKind.Employee => "劳动人事关系证明",
            PaperKind.Relation when kind == AgentKind.LegalWorker => "当事人一方位于本辖区的证明",
            PaperKind.Relation when kind == AgentKind.SocialOrganisation => "社会团体符合推荐条件的证明",
            PaperKind.Relation => "当事人属于该社区、单位的证明",
            _ => throw new ArgumentOutOfRangeException(nameof(paper), paper, null),
        };

    /// <summary>What this kind of agent brings (民诉法解释 88). Who is verified here has shown the ID card already.</summary>
    public static IReadOnlyList<PaperKind> PapersOf(this AgentKind kind) =>
        kind switch
        {
            AgentKind.Lawyer => [PaperKind.PowerOfAttorney, PaperKind.Letter],
            AgentKind.LegalWorker => [PaperKind.PowerOfAttorney, PaperKind.Letter, PaperKind.Licence, PaperKind.Relation],
            AgentKind.CloseRelative or AgentKind.Employee => [PaperKind.PowerOfAttorney, PaperKind.Relation],
            _ => [PaperKind.PowerOfAttorney, PaperKind.Letter, PaperKind.Relation],
        };

    public static bool IsLicensed(this AgentKind kind) => kind is AgentKind.Lawyer or AgentKind.LegalWorker;
}
