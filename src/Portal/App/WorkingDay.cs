using Domain.Calendar;
using Domain.Shared;

namespace Portal.App;

/// <summary>The words at the top of every page on the kind of day and the working time left.</summary>
/// <param name="Look">Class of the tag: empty, <c>rest</c>, <c>make</c>.</param>
internal sealed record WorkingDay(string Day, string Time, string Tag, string Icon, string Look, string Hint)
{
    private static readonly TimeSpan s_begins = new(8, 30, 0);
    private static readonly TimeSpan s_lunch = new(12, 0, 0);
    private static readonly TimeSpan s_afternoon = new(14, 0, 0);
    private static readonly TimeSpan s_ends = new(17, 30, 0);

    public static WorkingDay At(DateTimeOffset now, WorkCalendar calendar)
    {
        var local = ChinaTime.ToLocal(now);
        var minute = new TimeSpan(local.Hour, local.Minute, 0);
        var today = ChinaTime.DayOf(now);
        var (tag, icon, look, hint) = calendar.KindOf(today) switch
        {
            DayKind.Workday when local.TimeOfDay >= s_ends => (
                "已下班",
                "fa-moon",
                "",
                $"提醒顺延至 {calendar.NextWorkday(today):MM-dd} 08:30"
            ),
            DayKind.Workday => ("工作日", "fa-briefcase", "", Left(minute)),
            DayKind.MakeUpWorkday => ("工作日（调休）", "fa-briefcase", "make", Left(minute)),
            DayKind.RestDay => ("休息日", "fa-mug-hot", "rest", Next()),
            DayKind.Holiday => ("法定节假日", "fa-flag", "rest", Next()),
            DayKind.ProvisionalWorkday => ("暂定工作日", "fa-circle-question", "make", $"{today.Year} 年日历尚未发布"),
            DayKind.ProvisionalRestDay => ("暂定休息日", "fa-circle-question", "rest", $"{today.Year} 年日历尚未发布"),
            var other => throw new InvalidOperationException($"Unknown kind of day {other}"),
        };
        return new(DayWords(today, tag.StartsWith("暂定", StringComparison.Ordinal)), $"{local:HH:mm}", tag, icon, look, hint);

        string Next() => $"下一工作日 {ChinaTime.ShortDay(calendar.NextWorkday(today))}";
    }

    /// <summary>11月20日 周五; with the year where the calendar of that year is not known yet.</summary>
    private static string DayWords(DateOnly day, bool withYear) =>
        (withYear ? $"{day.Year}年" : "") + $"{day.Month}月{day.Day}日 周{"日一二三四五六"[(int)day.DayOfWeek]}";

    private static string Left(TimeSpan time)
    {
        if (time >= s_ends)
            return "已下班";
        if (time < s_begins)
            return "08:30 上班";
        if (time >= s_lunch && time < s_afternoon)
            return "午休，14:00 上班";
        var left = s_ends - time;
        return $"距下班 {(int)left.TotalHours} 小时 {left.Minutes:00} 分";
    }
}
