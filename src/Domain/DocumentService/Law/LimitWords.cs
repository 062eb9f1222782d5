using Domain.Calendar;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A time limit in words, the same for the clerk and the litigant.</summary>
public static class LimitWords
{
    /// <returns>上诉期至 2026-12-07，还有 17 天; 上诉期今天到期（2026-12-07）; 上诉期已于 2026-12-07 届满. Empty for a document without one.</returns>
    public static string Of(ServiceCopy copy, WorkCalendar calendar, DateOnly today) =>
        calendar.LimitOf(copy) is { } last ? Of(copy.LimitKind!.Value, last, today) : "";

    public static string Of(TimeLimitKind kind, CountedDay last, DateOnly today)
    {
        var (name, day) = (TimeLimit.NameOf(kind), last.Iso);
        return (last.Day.DayNumber - today.DayNumber) switch
        {
            > 0 and var left => $"{name}至 {day}，还有 {left} 天",
            0 => $"{name}今天到期（{day}）",
            _ => $"{name}已于 {day} 届满",
        };
    }

    /// <summary>Why the last day is the one it is.</summary>
    /// <returns>11 月 20 日（周五）送达，从次日起 15 天；第 15 天 12 月 5 日（周六）是休息日，顺延到 12 月 7 日（周一）. Empty before it is served.</returns>
    public static string Reason(ServiceCopy copy, WorkCalendar calendar)
    {
        if (copy is not { EffectiveOn: { } served, LimitEndsOn: { } last })
            return "";
        if (copy.LimitExtendedTo == last)
            return $"{ChinaTime.Day(served)}送达，从次日起 {copy.LimitDays} 天；人民法院准许延期，到 {ChinaTime.Day(last)}为止";
        var raw = served.AddDays(copy.LimitDays);
        var counted = $"{ChinaTime.Day(served)}送达，从次日起 {copy.LimitDays} 天";
        var rolled =
            raw == last
                ? $"，到 {ChinaTime.Day(last)}为止"
                : $"；第 {copy.LimitDays} 天 {ChinaTime.Day(raw)}是休息日，顺延到 {ChinaTime.Day(last)}";
        return counted + rolled + (calendar.IsKnown(raw) && calendar.IsKnown(last) ? "" : "（放假安排尚未公布，暂定）");
    }
}
