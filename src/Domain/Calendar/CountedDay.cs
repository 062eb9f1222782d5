using System.Globalization;
using Domain.Shared;

namespace Domain.Calendar;

/// <summary>
/// A day that was counted over the calendar, in words. What depends on days whose calendar is not published says 暂定 wherever it is
/// read: screens, messages, forms and certificates take their words from here.
/// </summary>
public readonly record struct CountedDay(DateOnly Day, bool IsProvisional)
{
    public const string Provisional = "暂定";

    /// <summary>Behind the day in a sentence; empty where it is certain.</summary>
    public string Mark => IsProvisional ? $"（{Provisional}）" : "";

    /// <returns>1 月 4 日（周一）（暂定）.</returns>
    public string Words => ChinaTime.Day(Day) + Mark;

    /// <returns>01-04 周一（暂定）; with the year where it is not the given one.</returns>
    public string Short(int? thisYear = null) => ChinaTime.ShortDay(Day, thisYear) + Mark;

    /// <returns>2027-01-04（暂定）.</returns>
    public string Iso => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Mark;

    /// <returns>2027 年 1 月 4 日（暂定）.</returns>
    public string WithYear => ChinaTime.DayWithYear(Day) + Mark;

    public override string ToString() => Iso;
}
