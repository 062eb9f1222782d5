using System.Globalization;
using Domain.Shared;

namespace Infrastructure.Figures;

public enum PeriodKind
{
    Day,
    Week,
    Month,
    Range,
}

/// <summary>First and last day, both included.</summary>
public sealed record FigurePeriod(PeriodKind Kind, DateOnly From, DateOnly To)
{
    public const int LongestDays = 366;

    /// <summary>The day, its week from Monday, or its month.</summary>
    public static FigurePeriod Around(PeriodKind kind, DateOnly day) =>
        kind switch
        {
            PeriodKind.Week => new(kind, day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), day.AddDays(6 - (((int)day.DayOfWeek + 6) % 7))),
            PeriodKind.Month => new(
                kind,
                new DateOnly(day.Year, day.Month, 1),
                new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1)
            ),
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
        var from = Kind == PeriodKind.Month ? From.AddMonths(-1) : From.AddDays(-days);
        var to = From.AddDays(-1);
        var passed = today.DayNumber - From.DayNumber;
        return new(Kind, from, To <= today || passed < 0 || from.AddDays(passed) > to ? to : from.AddDays(passed));
    }

    public DateTimeOffset Starts => ChinaTime.StartOf(From);

    /// <summary>Exclusive.</summary>
    public DateTimeOffset Ends => ChinaTime.StartOf(To.AddDays(1));

    /// <returns>2026-11-20; 2026-11; 2026-11-16 至 2026-11-22.</returns>
    public override string ToString() =>
        Kind switch
        {
            PeriodKind.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ when From == To => Day(From),
            _ => $"{Day(From)} 至 {Day(To)}",
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
