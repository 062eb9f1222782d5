using Domain.Calendar;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>
/// Within how many working days an order must be answered. The regulation's own text is not public (domain facts §11),
/// so the limit is a setting with the chain's first step, 3 working days, as the default.
/// </summary>
public sealed class AnswerLimits
{
    public int WorkingDays { get; set; } = 3;

    /// <summary>Other limits by category, e.g. <c>Complaint: 5</c>.</summary>
    public Dictionary<Category, int> ByCategory { get; set; } = [];

    public int For(Category category) => ByCategory.GetValueOrDefault(category, WorkingDays);

    public WorkingDeadline Deadline(WorkCalendar calendar, Category category, DateOnly dispatchedOn) =>
        calendar.Add(dispatchedOn, For(category));

    public Ladder Ladder(WorkCalendar calendar, Category category, DateOnly dispatchedOn) =>
        Supervision.Ladder.Of(calendar, SupervisionLimits.Default with { Days = For(category) }, dispatchedOn);
}
