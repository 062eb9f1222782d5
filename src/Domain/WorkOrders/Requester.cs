namespace Domain.WorkOrders;

/// <summary>Who asks (诉求人), as an order is registered; see the fields of the same names on <see cref="WorkOrder"/>.</summary>
public sealed record Requester(Guid? LitigantId, string Name, string Phone, string Role)
{
    public const int NameMaxLength = 40;
    public const int RoleMaxLength = 20;
}
