using Domain.Calendar;
using Domain.Shared;
using Infrastructure.WorkOrders;
using Portal.Shared;

namespace Portal.WorkOrders;

/// <param name="Count">Of the whole list, also what is not loaded yet.</param>
internal sealed record InboxGroup(Pressure Pressure, int Count, string Hint, IReadOnlyList<(InboxRow Row, DueWords Due)> Rows);

/// <summary>The open orders by pressure, late first. A group without loaded rows but with a count stays, so that nobody takes it for empty.</summary>
internal static class InboxGroups
{
    public static IReadOnlyList<InboxGroup> Of(IReadOnlyList<InboxRow> rows, InboxCounts counts, DateTimeOffset now, WorkCalendar calendar)
    {
        var today = ChinaTime.DayOf(now);
        var soon = calendar.Days(today, DueWords.SoonDays);
        var grouped = rows.Select(row => (Row: row, Due: DueWords.Of(row.DueAt, row.DueDay, now, calendar))).ToLookup(x => x.Due.Pressure);
        return
        [
            .. new[]
            {
                Group(Pressure.Late, counts.Late, "按超期长短"),
                Group(Pressure.Today, counts.Today, "24:00 前答复"),
                Group(Pressure.Soon, counts.Soon, $"{soon[0]:MM-dd} 至 {soon[^1]:MM-dd}"),
                Group(Pressure.Calm, counts.Rest, $"{calendar.NextWorkday(soon[^1]):MM-dd} 以后"),
            }.Where(g => g.Count > 0),
        ];

        InboxGroup Group(Pressure pressure, int count, string hint)
        {
            var own = grouped[pressure].ToList();
            return new(pressure, Math.Max(count, own.Count), hint, own);
        }
    }
}
