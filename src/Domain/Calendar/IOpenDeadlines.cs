namespace Domain.Calendar;

/// <summary>What runs over working days and would be due on another day when they change.</summary>
public interface IOpenDeadlines
{
    /// <summary>Those due on the day or later.</summary>
    IAsyncEnumerable<OpenDeadline> From(DateOnly day);
}

/// <param name="StartedOn">Null before clocks were kept.</param>
/// <param name="Days">Working days given.</param>
public sealed record OpenDeadline(DateOnly? StartedOn, int Days, DateOnly DueDay);
