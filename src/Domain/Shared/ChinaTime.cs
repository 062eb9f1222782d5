using System.Globalization;

namespace Domain.Shared;

/// <summary>Stored in UTC, decided and shown in Asia/Shanghai: UTC+8 all year since 1991.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan s_offset = TimeSpan.FromHours(8);

    public static DateTimeOffset ToLocal(DateTimeOffset instant) => instant.ToOffset(s_offset);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>0:00 of the day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), s_offset).ToUniversalTime();

    /// <summary>The instant of a local date and time, in UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), s_offset).ToUniversalTime();

    /// <returns>11 月 25 日（周三）.</returns>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month} 月 {day.Day} 日（{Weekday(day)}）");

    /// <returns>11 月 25 日（周三）; with the year when it is not the given one: 2027 年 1 月 4 日（周一）.</returns>
    public static string Day(DateOnly day, int thisYear) =>
        (day.Year == thisYear ? "" : string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 ")) + Day(day);

    /// <returns>2026 年 11 月 25 日.</returns>
    public static string DayWithYear(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日");

    /// <returns>11-25 周三; with the year when it is not the given one.</returns>
    public static string ShortDay(DateOnly day, int? thisYear = null) =>
        day.ToString(thisYear is { } year && year != day.Year ? "yyyy-MM-dd " : "MM-dd ", CultureInfo.InvariantCulture) + Weekday(day);

    /// <returns>09:02, 15:42.</returns>
    public static string Clock(DateTimeOffset instant) => ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <returns>周三.</returns>
    public static string Weekday(DateOnly day) => "周" + "日一二三四五六"[(int)day.DayOfWeek];
}
