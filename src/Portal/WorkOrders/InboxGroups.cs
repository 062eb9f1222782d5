using Domain.Calendar;
using Domain.Shared;
using Infrastructure.WorkOrders;
using Portal.Shared;

namespace Portal.WorkOrders;

/// <param name="Look">The heading's class; empty for a plain one.</param>
/// <param name="Count">Of the whole list, also what is not loaded yet.</param>
internal sealed record InboxGroup(
    string Name,
    string Icon,
    string Look,
    int Count,
    string Hint,
    IReadOnlyList<(InboxRow Row, DueWords Due)> Rows
);

/// <summary>
/// The open orders: what is urgent, then by pressure, late first. A group without loaded rows but with a count stays, so that nobody takes
/// it for empty.
/// </summary>
internal static class InboxGroups
{
    public static IReadOnlyList<InboxGroup> Of(IReadOnlyList<InboxRow> rows, InboxCounts counts, DateTimeOffset now, WorkCalendar calendar)
    {
        var today = ChinaTime.DayOf(now);
        var soon = calendar.Days(today, DueWords.SoonDays);
        var all = rows.Select(row => (Row: row, Due: DueWords.Of(row.DueAt, row.DueDay, now, calendar))).ToList();
        var urgent = all.FindAll(x => x.Row.IsUrgent);
        var grouped = all.ToLookup(x => x.Due.Pressure);
        return
        [
            .. new[]
            {
                new InboxGroup("加急", "fa-bolt", "late", urgent.Count, "先办", urgent),
                Group(Pressure.Late, counts.Late, "按超期长短"),
                Group(Pressure.Today, counts.Today, "24:00 前答复"),
                Group(Pressure.Soon, counts.Soon, $"{soon[0]:MM-dd} 至 {soon[^1]:MM-dd}"),
                Group(Pressure.Calm, counts.Rest, $"{calendar.NextWorkday(soon[^1]):MM-dd} 以后"),
            }.Where(g => g.Count > 0),
        ];

        InboxGroup Group(Pressure pressure, int count, string hint)
        {
            var own = grouped[pressure].Where(x => !x.Row.IsUrgent).ToList();
            var others = count - grouped[pressure].Count(x => x.Row.IsUrgent);
            var look = pressure switch
            {
                Pressure.Late => "late",
                Pressure.Today => "today",
                _ => "",
            };
            return new(DueWords.GroupName(pressure), DueWords.IconOf(pressure), look, Math.Max(others, own.Count), hint, own);
        }
    }
}
