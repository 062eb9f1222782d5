using Domain.Calendar;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing;

/// <summary>
/// Whether the calendar is what its changes leave of the notices that the program came with: a day off that nobody imported or set
/// (停工, 补班) would move deadlines, and each would then be sealed as it came out. Done over again by the domain's own plan.
/// </summary>
public sealed class CalendarVerifier(CourtDb db)
{
    private const string Name = "calendar_days";

    /// <param name="findings">Gets what was found.</param>
    public async Task Verify(TraceFindings findings, CancellationToken ct)
    {
        var facts = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => db.Set<CalendarChange>().Any(c => c.Id == t.SubjectId))
            .OrderBy(t => t.At)
            .ThenBy(t => t.SubjectId)
            .ThenBy(t => t.Sequence)
            .ToListAsync(ct);
        var stored = await db.Set<CalendarDay>().AsNoTracking().ToDictionaryAsync(d => (d.Day, d.IsManual), ct);
        var traced = Replay(facts, findings).Rows.ToDictionary(d => (d.Day, d.IsManual));
        foreach (var key in traced.Keys.Union(stored.Keys).Order())
        {
            var (day, isManual) = key;
            var (kept, said) = (stored.GetValueOrDefault(key), traced.GetValueOrDefault(key));
            if (said is null)
                findings.Add(Name, 0, $"{day:yyyy-MM-dd}: {(isManual ? "no fact of a change set it" : "no notice names it")}");
            else if (kept is null)
                findings.Add(
                    Name,
                    0,
                    $"{day:yyyy-MM-dd}: is gone, and {(isManual ? "no fact of a change says so" : "the notice of its year names it")}"
                );
            else if (ValuesOf(kept) != ValuesOf(said))
                findings.Add(
                    Name,
                    0,
                    $"{day:yyyy-MM-dd}: is not as {(isManual ? "the last change left it" : "the notice of its year says")}"
                );
        }
    }

    private static (int, bool, string, Guid?) ValuesOf(CalendarDay day) => (day.Year, day.Works, day.Reason, day.ChangeId);

    private static CalendarPlan Replay(List<TraceRow> facts, TraceFindings findings)
    {
        var plan = new CalendarPlan([.. OfficialCalendar.Years.SelectMany(OfficialCalendar.RowsOf)]);
        foreach (var fact in facts)
        {
            if (fact.Kind == CalendarFacts.Withdrawn)
            {
                plan.Withdraw(fact.SubjectId);
                continue;
            }

            foreach (var data in Unreadable.Try(fact, f => f.Read<CalendarChangedData>(), findings))
            {
                if (data.Kind == CalendarChangeKind.Import)
                    plan.Import(new CalendarNotice(data.Year, [.. data.Notice.Select(d => new NoticeDay(d.Day, d.Works, d.Name, 0))], []));
                else
                    plan.Set(data.First, data.Last, data.Kind == CalendarChangeKind.MakeUp, data.Reason, fact.SubjectId);
            }
        }

        return plan;
    }
}
