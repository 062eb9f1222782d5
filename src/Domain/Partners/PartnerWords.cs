using Domain.WorkOrders;

namespace Domain.Partners;

/// <summary>What kind of system it is (对接系统).</summary>
public enum PartnerKind
{
    /// <summary>办案系统.</summary>
    TrialSystem,

    /// <summary>调解平台.</summary>
    Mediation,

    /// <summary>律师服务平台.</summary>
    Lawyers,

    /// <summary>送达平台.</summary>
    Serving,

    /// <summary>信访系统.</summary>
    Petitions,

    /// <summary>城市服务应用.</summary>
    CityApp,

    Other,
}

/// <summary>What a partner may do by the integration API; in tokens and requests by its <see cref="PartnerWords.Code"/>.</summary>
public enum PartnerScope
{
    CasesWrite,
    WorkOrdersWrite,
    WorkOrdersRead,
    Events,
}

public enum PartnerState
{
    Active,

    /// <summary>停用: calls are refused and nothing is sent until it goes on.</summary>
    Paused,

    /// <summary>终止: for good.</summary>
    Ended,
}

public enum PartnerKeyKind
{
    Secret,
    Certificate,
}

public static class PartnerWords
{
    /// <summary>Whether a message went straight to a judge says that the person is of the case: no partner learns it.</summary>
    public static WorkOrderState Told(this WorkOrderState state) => state == WorkOrderState.ToAssign ? WorkOrderState.ToAnswer : state;

    /// <summary>The word in tokens and requests.</summary>
    public static string Code(this PartnerScope scope) =>
        scope switch
        {
            PartnerScope.CasesWrite => "cases:write",
            PartnerScope.WorkOrdersWrite => "work-orders:write",
            PartnerScope.WorkOrdersRead => "work-orders:read",
            PartnerScope.Events => "events",
            _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
        };

    public static PartnerScope? ReadScope(string code) =>
        Enum.GetValues<PartnerScope>().Select(s => (PartnerScope?)s).FirstOrDefault(s => s!.Value.Code() == code);

    public static string Chinese(this PartnerScope scope) =>
        scope switch
        {
            PartnerScope.CasesWrite => "导入案件",
            PartnerScope.WorkOrdersWrite => "送来留言",
            PartnerScope.WorkOrdersRead => "查留言办到哪一步",
            PartnerScope.Events => "接收推送",
            _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
        };

    public static string Chinese(this PartnerKind kind) =>
        kind switch
        {
            PartnerKind.TrialSystem => "办案系统",
            PartnerKind.Mediation => "调解平台",
            PartnerKind.Lawyers => "律师服务平台",
            PartnerKind.Serving => "送达平台",
            PartnerKind.Petitions => "信访系统",
            PartnerKind.CityApp => "城市服务应用",
            PartnerKind.Other => "其他",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Chinese(this PartnerState state) =>
        state switch
        {
            PartnerState.Active => "启用",
            PartnerState.Paused => "停用",
            PartnerState.Ended => "终止",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Chinese(this PartnerKeyKind kind) => kind == PartnerKeyKind.Secret ? "密钥" : "客户端证书";
}
