using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Who would answer a message sent now and until when; the same way as <see cref="LeaveMessage"/>, nothing is kept.</summary>
public sealed class PreviewMessage(
    CaseOfMessage cases,
    Dispatcher dispatcher,
    ICalendars calendars,
    IAnswerLimits limits,
    TimeProvider clock
)
{
    public async Task<Preview> Handle(Guid? caseId, string? caseNumber, Guid? courtId, Category category, Actor by, CancellationToken ct)
    {
        var owner = await dispatcher.For(await cases.Find(caseId, caseNumber, courtId, by, ct), ct);
        var calendar = await calendars.Current(ct);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var limit = (await limits.Current(ct)).For(owner.CourtId, category).Limits;
        return new Preview(owner, calendar.Add(today, limit.Days), calendar.Days(today, limit.Days));
    }

    /// <param name="Days">The working days that are counted, the last of them the day of the deadline.</param>
    public sealed record Preview(Owner Owner, WorkingDeadline Due, IReadOnlyList<DateOnly> Days);
}
