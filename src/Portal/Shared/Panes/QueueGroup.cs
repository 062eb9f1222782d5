using Domain.Calendar;

namespace Portal.Shared.Panes;

/// <param name="Count">Null where nobody counted: then nothing is said.</param>
public sealed record QueueTab<TTab>(TTab Value, string Name, int? Count = null);

/// <summary>Rows of one pressure under their heading; without a name there is no heading.</summary>
public sealed record QueueGroup<TRow>(string Name, string Icon, string Look, string Count, string Hint, IReadOnlyList<TRow> Rows);

public static class QueueGroups
{
    public static IReadOnlyList<QueueGroup<TRow>> Plain<TRow>(IReadOnlyList<TRow> rows) =>
        rows.Count == 0 ? [] : [new("", "", "", "", "", rows)];

    /// <summary>By pressure, late first.</summary>
    /// <param name="rows">By due day.</param>
    /// <param name="hasMore">The last group goes on behind what is loaded.</param>
    public static IReadOnlyList<QueueGroup<TRow>> ByDue<TRow>(
        IReadOnlyList<TRow> rows,
        Func<TRow, DueWords> due,
        bool hasMore,
        DateOnly today,
        WorkCalendar calendar
    )
    {
        var soon = calendar.Days(today, DueWords.SoonDays);
        List<IGrouping<Pressure, TRow>> groups = [.. rows.GroupBy(r => due(r).Pressure).OrderBy(g => g.Key)];
        return [.. groups.Select((g, i) => Of(g, isOpen: hasMore && i == groups.Count - 1))];

        QueueGroup<TRow> Of(IGrouping<Pressure, TRow> group, bool isOpen) =>
            new(
                DueWords.GroupName(group.Key),
                DueWords.IconOf(group.Key),
                group.Key switch
                {
                    Pressure.Late => "late",
                    Pressure.Today => "today",
                    _ => "",
                },
                $"{group.Count()}{(isOpen ? "+" : "")}",
                group.Key switch
                {
                    Pressure.Late => "先办",
                    Pressure.Today => "24:00 前",
                    Pressure.Soon => $"{soon[0]:MM-dd} 至 {soon[^1]:MM-dd}",
                    _ => $"{calendar.NextWorkday(soon[^1]):MM-dd} 以后",
                },
                [.. group]
            );
    }
}
