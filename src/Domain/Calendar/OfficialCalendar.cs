namespace Domain.Calendar;

/// <summary>The State Council's notices on holidays and make-up days, 2023 to 2026. Later years come by import.</summary>
public static class OfficialCalendar
{
    public static IReadOnlyList<CalendarYear> Years { get; } =
    [
        Year(
            2023,
            "2022-12-31..2023-01-02 2023-01-21..2023-01-27 2023-04-05 2023-04-29..2023-05-03 2023-06-22..2023-06-24 2023-09-29..2023-10-06",
            "2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08"
        ),
        Year(
            2024,
            "2024-01-01 2024-02-10..2024-02-17 2024-04-04..2024-04-06 2024-05-01..2024-05-05 2024-06-10 2024-09-15..2024-09-17 2024-10-01..2024-10-07",
            "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12"
        ),
        Year(
            2025,
            "2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02 2025-10-01..2025-10-08",
            "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"
        ),
        Year(
            2026,
            "2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05 2026-06-19..2026-06-21 "
                + "2026-09-25..2026-09-27 2026-10-01..2026-10-07",
            "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"
        ),
    ];

    /// <summary>With nothing set by hand.</summary>
    public static WorkCalendar AsPublished { get; } = new(Years, []);

    /// <summary>As they are stored when a version that knows the year is installed.</summary>
    public static IEnumerable<CalendarDay> RowsOf(CalendarYear year) =>
        from day in year.DaysOff.Concat(year.MakeUpDays)
        select new CalendarDay
        {
            Year = year.Year,
            Day = day,
            Works = year.MakeUpDays.Contains(day),
        };

    private static CalendarYear Year(int year, string off, string work) => new(year, Days(off), Days(work));

    private static HashSet<DateOnly> Days(string text)
    {
        HashSet<DateOnly> days = [];
        foreach (var range in text.Split(' '))
        {
            var ends = range.Split("..");
            var (first, last) = (Parse(ends[0]), Parse(ends[^1]));
            for (var day = first; day <= last; day = day.AddDays(1))
                days.Add(day);
        }

        return days;
    }

    private static DateOnly Parse(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
