using System.Globalization;
using Domain.Shared;

namespace Infrastructure.Figures;

public enum PeriodKind
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Range,
}

/// <summary>First and last day, both included.</summary>
public sealed record FigurePeriod(PeriodKind Kind, DateOnly From, DateOnly To)
{
    public const int LongestDays = 366;

    /// <summary>The day, its week from Monday, its month, quarter or year.</summary>
    public static FigurePeriod Around(PeriodKind kind, DateOnly day) =>
        kind switch
        {
            PeriodKind.Week => new(kind, day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), day.AddDays(6 - (((int)day.DayOfWeek + 6) % 7))),
            PeriodKind.Month => Months(kind, day.Year, day.Month, 1),
            PeriodKind.Quarter => Months(kind, day.Year, day.Month - ((day.Month - 1) % 3), 3),
            PeriodKind.Year => Months(kind, day.Year, 1, 12),
            _ => new(PeriodKind.Day, day, day),
        };

    /// <summary>Two days in either order; a year at most, which ends with the later.</summary>
    public static FigurePeriod Between(DateOnly one, DateOnly other)
    {
        var (from, to) = one <= other ? (one, other) : (other, one);
        return new(PeriodKind.Range, to.DayNumber - from.DayNumber >= LongestDays ? to.AddDays(1 - LongestDays) : from, to);
    }

    /// <summary>The period before. Of one that goes on, as many days as have passed, so that like is compared with like.</summary>
    public FigurePeriod Before(DateOnly today)
    {
        var days = To.DayNumber - From.DayNumber + 1;
        var from = MonthsOf(Kind) is { } months ? From.AddMonths(-months) : From.AddDays(-days);
        var to = From.AddDays(-1);
        var passed = today.DayNumber - From.DayNumber;
        return new(Kind, from, To <= today || passed < 0 || from.AddDays(passed) > to ? to : from.AddDays(passed));
    }

    /// <summary>The one so many behind this, or before it.</summary>
    public FigurePeriod Step(int by)
    {
        if (MonthsOf(Kind) is { } months)
            return Around(Kind, From.AddMonths(months * by));
        var days = (To.DayNumber - From.DayNumber + 1) * by;
        return new(Kind, From.AddDays(days), To.AddDays(days));
    }

    public DateTimeOffset Starts => ChinaTime.StartOf(From);

    /// <summary>Exclusive.</summary>
    public DateTimeOffset Ends => ChinaTime.StartOf(To.AddDays(1));

    /// <returns>2026-11-20; 2026-11; 2026年第4季度; 2026年; 2026-11-16 至 2026-11-22.</returns>
    public override string ToString() =>
        Kind switch
        {
            PeriodKind.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            PeriodKind.Quarter => $"{From.Year}年第{(From.Month + 2) / 3}季度",
            PeriodKind.Year => $"{From.Year}年",
            _ when From == To => Day(From),
            _ => $"{Day(From)} 至 {Day(To)}",
        };

    /// <summary>Its days, beside a figure of another period.</summary>
    /// <returns>10-01 至 10-22; with the year where it is not the given one.</returns>
    public string Days(int thisYear)
    {
        return From == To ? Short(From) : $"{Short(From)} 至 {Short(To)}";

        string Short(DateOnly day) => day.Year == thisYear ? day.ToString("MM-dd", CultureInfo.InvariantCulture) : Day(day);
    }

    private static FigurePeriod Months(PeriodKind kind, int year, int month, int count)
    {
        var from = new DateOnly(year, month, 1);
        return new(kind, from, from.AddMonths(count).AddDays(-1));
    }

    private static int? MonthsOf(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Month => 1,
            PeriodKind.Quarter => 3,
            PeriodKind.Year => 12,
            _ => null,
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
