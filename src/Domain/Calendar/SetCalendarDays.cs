using Domain.Shared;

namespace Domain.Calendar;

/// <summary>Days off or working days by hand with a reason (台风停工); they win over the notice.</summary>
public sealed class SetCalendarDays(ICourtDb db, IOpenDeadlines deadlines, CalendarBook book, TimeProvider clock)
{
    public async Task<Foreseen> Foresee(DateOnly first, DateOnly last, bool works, string reason, CancellationToken ct)
    {
        CalendarChange.CheckedReason(reason);
        var plan = await book.Plan(ct);
        var changes = Set(plan, first, last, works, reason, Guid.Empty);
        var foreseen = await book.Foresee(plan, $"{Why(works)} {Days(first, last)}", changes, ct, becomes: Kind(works));
        return foreseen with { From = first };
    }

    /// <summary>In the save of the change that was approved.</summary>
    public Task Handle(DateOnly first, DateOnly last, bool works, Approval approval, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return book.Change(
            async plan =>
            {
                var changes = Set(plan, first, last, works, approval.Reason, id);
                db.Set<CalendarChange>()
                    .Add(
                        CalendarChange.Make(
                            id,
                            works ? CalendarChangeKind.MakeUp : CalendarChangeKind.Closure,
                            first.Year,
                            first,
                            last,
                            Days(first, last) + (works ? "上班" : "停工"),
                            changes,
                            [],
                            await plan.MovedOrders(deadlines, changes, ct),
                            approval,
                            now
                        )
                    );
            },
            Why(works),
            approval.AskedBy,
            now,
            ct
        );
    }

    private static IReadOnlyList<ChangedDay> Set(CalendarPlan plan, DateOnly first, DateOnly last, bool works, string reason, Guid changeId)
    {
        if (
            last < first
            || last.DayNumber - first.DayNumber >= CalendarChange.LongestRange
            || first.Year < CalendarNoticeReader.EarliestYear
            || last.Year > CalendarNoticeReader.LatestYear
        )
            throw CalendarErrors.RangeInvalid();
        plan.Set(first, last, works, reason, changeId);
        var changes = plan.Changes(first, last);
        return changes.Any(c => c.TurnsOver) ? changes : throw CalendarErrors.NothingChanges();
    }

    private static string Why(bool works) => "登记" + Kind(works);

    private static string Kind(bool works) => works ? "补班" : "停工";

    private static string Days(DateOnly first, DateOnly last) =>
        first == last ? $"{first:yyyy-MM-dd}" : $"{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}";
}
