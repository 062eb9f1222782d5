using Domain.Calendar;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing;

/// <summary>
/// Whether the days set by hand (停工, 补班) are those that the facts of the calendar's changes leave: a day off that nobody set would move
/// deadlines, and each would then be sealed as it came out.
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
        var stored = await db.Set<CalendarDay>().AsNoTracking().Where(d => d.IsManual).ToDictionaryAsync(d => d.Day, ct);
        var traced = Replay(facts);
        foreach (var day in traced.Keys.Union(stored.Keys).Order())
        {
            var (kept, said) = (stored.GetValueOrDefault(day), traced.GetValueOrDefault(day));
            if (said is null)
                findings.Add(Name, 0, $"{day:yyyy-MM-dd}: no fact of a change set it");
            else if (kept is null)
                findings.Add(Name, 0, $"{day:yyyy-MM-dd}: is gone, and no fact of a change says so");
            else if ((kept.Works, kept.ChangeId) != (said.Works, said.Change))
                findings.Add(Name, 0, $"{day:yyyy-MM-dd}: is not as the last change left it");
        }
    }

    private static Dictionary<DateOnly, SetDay> Replay(List<TraceRow> facts)
    {
        Dictionary<DateOnly, SetDay> days = [];
        foreach (var fact in facts)
        {
            if (fact.Kind == CalendarFacts.Set)
            {
                var data = fact.Read<CalendarChangedData>();
                for (var day = data.First; day <= data.Last; day = day.AddDays(1))
                    days[day] = new SetDay(data.Kind == CalendarChangeKind.MakeUp, fact.SubjectId);
            }
            else if (fact.Kind == CalendarFacts.Withdrawn)
            {
                foreach (var (day, _) in days.Where(d => d.Value.Change == fact.SubjectId).ToList())
                    days.Remove(day);
            }
        }

        return days;
    }

    private sealed record SetDay(bool Works, Guid Change);
}
