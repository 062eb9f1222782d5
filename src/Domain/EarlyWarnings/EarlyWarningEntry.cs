namespace Domain.EarlyWarnings;

/// <summary>One step that was done, or a change of level: by whom, when, in which words.</summary>
public sealed class EarlyWarningEntry
{
    public Guid Id { get; init; }
    public Guid EarlyWarningId { get; init; }

    /// <summary>The step that it ends: <see cref="WarningState.ToTake"/> is 接单. Null for a change of level or of owner.</summary>
    public WarningState? Step { get; init; }

    /// <summary>1, 2, 3 … within the warning.</summary>
    public int Position { get; init; }

    public Guid AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
}
