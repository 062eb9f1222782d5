using Domain.Shared;

namespace Domain.Calendar;

/// <summary>A year's notice enters the calendar, in the place of what was imported for that year; open deadlines are counted anew.</summary>
public sealed class ImportCalendar(ICourtDb db, IOpenDeadlines deadlines, CalendarBook book, TimeProvider clock)
{
    public async Task<Foreseen> Foresee(int year, string text, string reason, CancellationToken ct)
    {
        CalendarChange.CheckedReason(reason);
        var notice = Read(text, year);
        var plan = await book.Plan(ct);
        return await book.Foresee(plan, $"导入 {year} 年放假安排", Import(plan, notice), ct);
    }

    /// <summary>In the save of the change that was approved.</summary>
    public Task Handle(int year, string text, Approval approval, CancellationToken ct)
    {
        var notice = Read(text, year);
        var now = clock.GetUtcNow();
        return book.Change(
            async plan =>
            {
                var changes = Import(plan, notice);
                db.Set<CalendarChange>()
                    .Add(
                        CalendarChange.Make(
                            Guid.CreateVersion7(now),
                            CalendarChangeKind.Import,
                            year,
                            notice.Days[0].Day,
                            notice.Days[^1].Day,
                            notice.Words,
                            changes,
                            notice.Days,
                            await plan.MovedOrders(deadlines, changes, ct),
                            approval,
                            now
                        )
                    );
            },
            $"导入 {year} 年放假安排",
            approval.AskedBy,
            now,
            ct
        );
    }

    private static CalendarNotice Read(string text, int year)
    {
        var notice = CalendarNoticeReader.Read(text, year);
        return notice.Problems is [var first, ..] ? throw CalendarErrors.NoticeInvalid(first.ToString()) : notice;
    }

    private static IReadOnlyList<ChangedDay> Import(CalendarPlan plan, CalendarNotice notice)
    {
        var changes = plan.Import(notice).Changes(notice.Year);
        return changes.Count == 0 ? throw CalendarErrors.NothingChanges() : changes;
    }
}
