using System.Globalization;
using Domain.Shared;

namespace Infrastructure.Litigants;

/// <summary>Moments as a litigant reads them, in Guangzhou's time.</summary>
internal static class Moment
{
    /// <returns>11 月 18 日（周三）10:12.</returns>
    public static string Full(DateTimeOffset at) => ChinaTime.Day(ChinaTime.DayOf(at)) + ChinaTime.Clock(at);

    /// <returns>11 月 18 日 10:20.</returns>
    public static string Short(DateTimeOffset at) => $"{DayOnly(at)} {ChinaTime.Clock(at)}";

    /// <returns>11 月 18 日.</returns>
    public static string DayOnly(DateTimeOffset at)
    {
        var day = ChinaTime.DayOf(at);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Month} 月 {day.Day} 日");
    }
}
