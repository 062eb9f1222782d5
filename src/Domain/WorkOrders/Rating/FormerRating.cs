namespace Domain.WorkOrders;

/// <summary>What the requester thought of an answer before the court took the order up again; with the answer that it was about.</summary>
public sealed class FormerRating
{
    public Guid WorkOrderId { get; init; }

    /// <summary>Of the trace row that the rating left.</summary>
    public long Sequence { get; init; }

    public Satisfaction Satisfaction { get; init; }
    public string? Words { get; init; }
    public DateTimeOffset RatedAt { get; init; }
    public DateTimeOffset AnsweredAt { get; init; }
    public required string AnsweredByName { get; init; }
}
