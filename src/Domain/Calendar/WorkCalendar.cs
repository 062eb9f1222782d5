using Domain.Shared;

namespace Domain.Calendar;

public enum DayKind
{
    Workday,

    /// <summary>A weekend day worked in exchange (调休).</summary>
    MakeUpWorkday,
    RestDay,

    /// <summary>Off by the State Council's notice, by law before there is one, or by hand.</summary>
    Holiday,

    /// <summary>Beyond the published calendar (暂定).</summary>
    ProvisionalWorkday,
    ProvisionalRestDay,
}

public static class DayKinds
{
    public static string Chinese(this DayKind kind) =>
        kind switch
        {
            DayKind.Workday => "工作日",
            DayKind.MakeUpWorkday => "工作日（调休）",
            DayKind.RestDay => "休息日",
            DayKind.Holiday => "法定节假日",
            DayKind.ProvisionalWorkday => "暂定工作日",
            DayKind.ProvisionalRestDay => "暂定休息日",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}

/// <summary>One year of the State Council's notice.</summary>
public sealed record CalendarYear(int Year, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> MakeUpDays);

/// <summary>A day set by hand with a reason (台风停工); wins over the notice.</summary>
public sealed record CalendarOverride(DateOnly Day, bool Works, string Reason);

/// <param name="At">Exclusive end: the instant at which <paramref name="Day"/> is over in Guangzhou (24:00).</param>
/// <param name="Provisional">Counted over days whose calendar is not published yet.</param>
public readonly record struct WorkingDeadline(DateOnly Day, DateTimeOffset At, bool Provisional)
{
    public CountedDay Counted => new(Day, Provisional);
}

/// <summary>
/// The two clocks of the courts, never mixed: working days (12368 orders, reviews) and calendar days with end-roll (court
/// periods). Domain facts §3.6, §5.
/// </summary>
public sealed class WorkCalendar
{
    private const int LongestSearch = 366;

    /// <summary>The notices come out in late October or November.</summary>
    private const int AskedFromMonth = 10;

    private readonly Dictionary<DateOnly, bool> _special = [];
    private readonly HashSet<int> _years;

    public WorkCalendar(IEnumerable<CalendarYear> years, IEnumerable<CalendarOverride> overrides)
    {
        var published = years.ToList();
        _years = [.. published.Select(y => y.Year)];
        foreach (var year in published)
        {
            foreach (var day in year.DaysOff)
                _special[day] = false;
            foreach (var day in year.MakeUpDays)
                _special[day] = true;
        }

        foreach (var day in overrides)
            _special[day.Day] = day.Works;
    }

    /// <summary>The year's notice is loaded.</summary>
    public bool HasYear(int year) => _years.Contains(year);

    /// <summary>The year whose notice has to be imported by now: this one, from October on the next.</summary>
    /// <returns>Null where none is missing.</returns>
    public int? MissingYear(DateOnly today) =>
        !HasYear(today.Year) ? today.Year
        : today.Month >= AskedFromMonth && !HasYear(today.Year + 1) ? today.Year + 1
        : null;

    /// <summary>The year's notice is loaded, the day was set by hand, or the law itself has it off.</summary>
    public bool IsKnown(DateOnly day) => _years.Contains(day.Year) || _special.ContainsKey(day) || LegalHolidays.On(day) is not null;

    /// <summary>A day as the answer of a count: 暂定 where its calendar is not published.</summary>
    public CountedDay Counted(DateOnly day) => new(day, !IsKnown(day));

    /// <summary>By the notice or by hand; before a notice weekends and the holidays of the law are off.</summary>
    public bool IsWorkday(DateOnly day) =>
        _special.TryGetValue(day, out var works) ? works : !IsWeekend(day) && (_years.Contains(day.Year) || LegalHolidays.On(day) is null);

    public DayKind KindOf(DateOnly day) =>
        (IsKnown(day), IsWorkday(day), IsWeekend(day)) switch
        {
            (false, true, _) => DayKind.ProvisionalWorkday,
            (false, false, _) => DayKind.ProvisionalRestDay,
            (true, true, true) => DayKind.MakeUpWorkday,
            (true, true, false) => DayKind.Workday,
            (true, false, _) => _special.ContainsKey(day) || !_years.Contains(day.Year) ? DayKind.Holiday : DayKind.RestDay,
        };

    /// <summary>The day after the start is day 1; only working days count; due at the end of the n-th.</summary>
    public WorkingDeadline Add(DateOnly start, int workingDays)
    {
        var days = Days(start, workingDays);
        var last = days[^1];
        var provisional = Enumerable.Range(1, last.DayNumber - start.DayNumber).Any(i => !IsKnown(start.AddDays(i)));
        return new WorkingDeadline(last, ChinaTime.StartOf(last.AddDays(1)), provisional);
    }

    /// <summary>The working days that are counted, first to last.</summary>
    public IReadOnlyList<DateOnly> Days(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workingDays);
        List<DateOnly> days = [];
        for (var day = start.AddDays(1); days.Count < workingDays; day = day.AddDays(1))
        {
            if (IsWorkday(day))
                days.Add(day);
        }

        return days;
    }

    /// <returns>Working days after the first up to and including the second; negative when they are the other way round.</returns>
    public int WorkingDaysBetween(DateOnly fromExclusive, DateOnly toInclusive)
    {
        if (toInclusive < fromExclusive)
            return -WorkingDaysBetween(toInclusive, fromExclusive);
        var count = 0;
        for (var day = fromExclusive.AddDays(1); day <= toInclusive; day = day.AddDays(1))
        {
            if (IsWorkday(day))
                count++;
        }

        return count;
    }

    public DateOnly NextWorkday(DateOnly after)
    {
        for (var i = 1; i <= LongestSearch; i++)
        {
            if (IsWorkday(after.AddDays(i)))
                return after.AddDays(i);
        }

        throw new InvalidOperationException($"No working day within a year after {after:O}.");
    }

    /// <summary>A court period: calendar days from the next day on; a last day that is a rest day rolls to the first working day after it (CPL 85).</summary>
    public DateOnly LastDayOfPeriod(DateOnly start, int calendarDays)
    {
        var last = start.AddDays(calendarDays);
        return IsWorkday(last) ? last : NextWorkday(last);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
