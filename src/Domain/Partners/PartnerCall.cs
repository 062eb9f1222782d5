namespace Domain.Partners;

/// <summary>One call of a partner as it ended, for whoever looks why something does not work. Kept for a while, of no record.</summary>
public sealed class PartnerCall
{
    public const int RouteMaxLength = 120;
    public const int CodeMaxLength = 60;

    public Guid Id { get; init; }
    public Guid PartnerId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>POST /integration/v1/work-orders, without what a caller put into it.</summary>
    public required string Route { get; init; }

    public int Status { get; init; }

    /// <summary>Of the refusal; empty when it was done.</summary>
    public string Code { get; init; } = "";

    public long Milliseconds { get; init; }
    public string Source { get; init; } = "";
}
