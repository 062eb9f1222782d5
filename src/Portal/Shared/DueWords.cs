using Domain.Calendar;
using Domain.Shared;

namespace Portal.Shared;

/// <summary>How pressing a deadline is; also the groups of a list.</summary>
public enum Pressure
{
    Late,
    Today,

    /// <summary>Within three working days.</summary>
    Soon,
    Calm,
}

/// <summary>The one way a deadline is said on every screen: words and shape, counted in working days.</summary>
/// <param name="Words">超期 4 日, 今日到期, 剩 1 日, 11-27.</param>
/// <param name="LongWords">For the head of an order: 超期 4 个工作日.</param>
public sealed record DueWords(Pressure Pressure, string Words, string LongWords)
{
    /// <summary>Days that still count as soon.</summary>
    public const int SoonDays = 3;

    public string Look =>
        Pressure switch
        {
            Pressure.Late => "late",
            Pressure.Today => "today",
            Pressure.Soon => "soon",
            _ => "calm",
        };

    public string Icon => IconOf(Pressure);

    public static DueWords Of(DateTimeOffset dueAt, DateOnly dueDay, DateTimeOffset now, WorkCalendar calendar)
    {
        var today = ChinaTime.DayOf(now);
        if (dueAt <= now)
        {
            // On the rest days right after the deadline no working day has passed yet.
            var late = calendar.WorkingDaysBetween(dueDay, today);
            return late == 0 ? new(Pressure.Late, "已超期", "已超期") : new(Pressure.Late, $"超期 {late} 日", $"超期 {late} 个工作日");
        }

        if (dueDay == today)
            return new(Pressure.Today, "今日到期", "今日 24:00 到期");
        var left = calendar.WorkingDaysBetween(today, dueDay);
        return left <= SoonDays
            ? new(Pressure.Soon, $"剩 {left} 日", $"剩 {left} 个工作日")
            : new(Pressure.Calm, $"{dueDay:MM-dd}", $"{dueDay:MM-dd} 到期");
    }

    public static string IconOf(Pressure pressure) =>
        pressure switch
        {
            Pressure.Late => "fa-triangle-exclamation",
            Pressure.Today => "fa-clock",
            Pressure.Soon => "fa-hourglass-half",
            _ => "fa-calendar",
        };

    /// <summary>The heading of a list's group.</summary>
    public static string GroupName(Pressure pressure) =>
        pressure switch
        {
            Pressure.Late => "已超期",
            Pressure.Today => "今日到期",
            Pressure.Soon => $"{SoonDays} 个工作日内",
            _ => "其余",
        };
}
