using Domain.Calendar;

namespace Domain.DocumentService;

/// <summary>The days of a service with what the calendar says of them: 暂定 while the working days that they depend on are not published.</summary>
public static class CopyDays
{
    /// <returns>Null for a document that starts no limit, or before it is served.</returns>
    public static CountedDay? LimitOf(this WorkCalendar calendar, ServiceCopy copy) =>
        copy.LimitEndsOn is { } last ? calendar.Counted(last) : null;

    /// <summary>A day that has come is certain; only the end of a public notice lies ahead.</summary>
    public static CountedDay Served(this WorkCalendar calendar, DateOnly on, DateOnly today) =>
        on > today ? calendar.Counted(on) : new CountedDay(on, IsProvisional: false);

    /// <summary>拟生效: the day after the last limit, and as certain as that is.</summary>
    public static CountedDay? ProposedOf(this WorkCalendar calendar, EffectiveJudgment judgment) =>
        judgment.ProposedOn is { } on ? new CountedDay(on, calendar.Counted(on.AddDays(-1)).IsProvisional) : null;
}
