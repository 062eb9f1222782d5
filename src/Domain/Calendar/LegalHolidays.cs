using System.Collections.Concurrent;
using System.Globalization;

namespace Domain.Calendar;

/// <param name="Name">元旦, 春节, 清明节, 劳动节, 端午节, 中秋节, 国庆节.</param>
public sealed record LegalHoliday(DateOnly Day, string Name);

/// <summary>
/// The days off for everybody by 全国年节及纪念日放假办法 art. 2, which hold before any notice says so. In the wording of
/// 国务院令第795号 (2024-11-10, in force from 2025-01-01); before that 国务院令第644号 (from 2014-01-01): no 除夕, no 5 月 2 日.
/// </summary>
public static class LegalHolidays
{
    private const int FirstYearOf644 = 2014;
    private const int FirstYearOf795 = 2025;
    private const int LastYearOfTheAlmanac = 2100;
    private static readonly ChineseLunisolarCalendar s_lunar = new();
    private static readonly ConcurrentDictionary<int, IReadOnlyList<LegalHoliday>> s_years = new();

    /// <summary>In the order of their days; a day on which two meet (中秋 on 10 月 1 日) is there once.</summary>
    /// <returns>Empty before 2014 and after 2100.</returns>
    public static IReadOnlyList<LegalHoliday> Of(int year) =>
        year is < FirstYearOf644 or > LastYearOfTheAlmanac
            ? []
            : s_years.GetOrAdd(year, static y => [.. All(y).DistinctBy(h => h.Day).OrderBy(h => h.Day)]);

    /// <returns>Null where the law names none.</returns>
    public static LegalHoliday? On(DateOnly day) => Of(day.Year).FirstOrDefault(h => h.Day == day);

    private static IEnumerable<LegalHoliday> All(int year)
    {
        var is795 = year >= FirstYearOf795;
        yield return new(new(year, 1, 1), "元旦");
        for (var i = is795 ? -1 : 0; i <= 2; i++) // 除夕、正月初一至初三
            yield return new(Lunar(year, 1, 1).AddDays(i), "春节");
        yield return new(Qingming(year), "清明节");
        yield return new(new(year, 5, 1), "劳动节");
        if (is795)
            yield return new(new(year, 5, 2), "劳动节");
        yield return new(Lunar(year, 5, 5), "端午节");
        yield return new(Lunar(year, 8, 15), "中秋节");
        for (var day = 1; day <= 3; day++)
            yield return new(new(year, 10, day), "国庆节");
    }

    /// <summary>The library counts months through the leap month: after it a month's number is one higher.</summary>
    private static DateOnly Lunar(int year, int month, int day)
    {
        var leap = s_lunar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(s_lunar.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }

    /// <summary>清明, when the sun stands at 15°: the almanac's formula (寿星公式) with the constants for 2000 to 2100.</summary>
    private static DateOnly Qingming(int year)
    {
        var y = year - 2000;
        return new(year, 4, (int)(y * 0.2422 + 4.81) - (y / 4 - y / 100));
    }
}
