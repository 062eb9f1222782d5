using Domain.Handling;

namespace Domain.WorkOrders;

/// <summary>One later word in an order's conversation. The first message is the order's own text.</summary>
public sealed class WorkOrderEntry : HandledEntry
{
    public Guid WorkOrderId { get; init; }
}
