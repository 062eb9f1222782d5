using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Who asks (诉求人), as an order is registered; see the fields of the same names on <see cref="WorkOrder"/>.</summary>
public sealed record Requester(Guid? LitigantId, string Name, string Phone, string Role)
{
    public const int NameMaxLength = 40;
    public const int RoleMaxLength = 20;

    /// <summary>In place of a name that was not given; shown as it is, not masked.</summary>
    public const string Unnamed = "未留名";

    /// <summary>原告 张*; the names of juvenile and family cases do not appear in lists (domain facts §10.4).</summary>
    public static string InLists(string role, string name, bool isSensitive) =>
        $"{role} {(name == Unnamed ? name : isSensitive ? "姓名不显示" : Masking.Name(name))}".Trim();
}
