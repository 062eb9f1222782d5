namespace Domain.Partners;

/// <summary>Something that partners can hear of, written with the fact that says it; who hears of it is found afterwards.</summary>
public sealed class IntegrationEvent
{
    public const int NumberMaxLength = 60;
    public const int StateMaxLength = 30;

    public Guid Id { get; init; }
    public EventKind Kind { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid SubjectId { get; init; }

    /// <summary>What the receiver knows it by.</summary>
    public required string SubjectNumber { get; init; }

    /// <summary>Rises with every fact of the subject: a lower one that comes later is older.</summary>
    public long Sequence { get; init; }

    public Guid CourtId { get; init; }

    /// <summary>Code and word; both empty where the subject says nothing outside.</summary>
    public string State { get; init; } = "";
    public string StateName { get; init; } = "";
    public DateOnly? DueDay { get; init; }

    /// <summary>When a delivery to each subscriber was queued; null before.</summary>
    public DateTimeOffset? SpreadAt { get; set; }
}
