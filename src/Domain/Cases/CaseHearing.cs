namespace Domain.Cases;

public enum HearingState
{
    Set,
    Held,
    Cancelled,
}

/// <summary>A hearing (开庭) as the trial system has it.</summary>
public sealed class CaseHearing : IRecorded
{
    public const int PlaceMaxLength = 100;
    public const int LinkMaxLength = 500;

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public required string ExternalId { get; init; }
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>Null where it is not said how long it takes.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>第三法庭; empty for a hearing by video alone.</summary>
    public string Room { get; set; } = "";

    /// <summary>How to get there, where it is not the court's own building.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where the hearing is held by video; https. For the people of the case alone.</summary>
    public string VideoLink { get; set; } = "";

    public HearingState State { get; set; }
}
