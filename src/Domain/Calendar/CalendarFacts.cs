using Domain.Shared;

namespace Domain.Calendar;

public static class CalendarFacts
{
    public const string Imported = "calendar_imported";
    public const string Set = "calendar_set";
    public const string Withdrawn = "calendar_withdrawn";
}

/// <param name="Days">The days that became something else.</param>
/// <param name="Notice">All days that an imported notice names; empty for days set by hand.</param>
/// <param name="MovedOrders">Open orders whose deadline it moved.</param>
public sealed record CalendarChangedData(
    CalendarChangeKind Kind,
    int Year,
    DateOnly First,
    DateOnly Last,
    string Reason,
    IReadOnlyList<ChangedDayData> Days,
    IReadOnlyList<NoticeDayData> Notice,
    int MovedOrders,
    ApprovalData Approval
) : FactData;

public sealed record ChangedDayData(DateOnly Day, DayKind Was, DayKind Becomes);

public sealed record NoticeDayData(DateOnly Day, bool Works, string Name);

public sealed record CalendarWithdrawnData(DateOnly First, DateOnly Last, string Reason, ApprovalData Approval) : FactData;
