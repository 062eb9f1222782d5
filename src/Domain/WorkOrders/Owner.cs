using Domain.Organisation;

namespace Domain.WorkOrders;

/// <summary>Who must act next on an order. There is exactly one at every moment.</summary>
/// <param name="Role">Judge, liaison officer, or the agent who answered at once.</param>
public sealed record Owner(Guid StaffId, string Name, Role Role, Guid CourtId, Guid DivisionId, string DivisionName);
