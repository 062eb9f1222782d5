using System.Globalization;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.DocumentService.Recipients;

namespace Infrastructure.Litigants;

/// <summary>A day that lies ahead in a case: a hearing, or the end of a period that a document started.</summary>
/// <param name="Kind">"hearing" or "limit".</param>
/// <param name="DayText">12-04; with the year when it is not this one.</param>
/// <param name="WeekdayText">今天, 明天, 周五.</param>
/// <param name="Text">12 月 4 日（周五）09:30 开庭; 不服可以上诉，最晚 12 月 8 日（周二）.</param>
/// <param name="ShortText">Beside the day: 09:30 开庭; 上诉期.</param>
/// <param name="LeftText">还有 12 天; 今天.</param>
/// <param name="HeadingText">Over it in a list by the day: 今天 of a hearing, 今天到期 of a period; 本周, 下周, 再往后. Weeks begin on Monday.</param>
public sealed record CaseDay(
    string Kind,
    DateOnly Date,
    string DayText,
    string WeekdayText,
    string Text,
    string ShortText,
    string LeftText,
    string HeadingText
)
{
    internal const string Hearing = "hearing";
    internal const string Limit = "limit";
    private const string DueToday = "今天到期";

    internal static CaseDay OfHearing(DateTimeOffset at, DateOnly today)
    {
        var day = ChinaTime.DayOf(at);
        var opens = $"{ChinaTime.Clock(at)} 开庭";
        return new(
            Hearing,
            day,
            Short(day, today),
            Weekday(day, today),
            ChinaTime.Day(day, today.Year) + opens,
            opens,
            Left(day, today),
            Heading(day, today, "今天")
        );
    }

    /// <returns>Null where no period runs.</returns>
    internal static CaseDay? OfLimit(CasePaper paper, DateOnly today) =>
        paper is { Line: { } line, Copy: { LimitEndsOn: { } ends, LimitKind: { } kind } }
            ? new(
                Limit,
                ends,
                Short(ends, today),
                Weekday(ends, today),
                line,
                TimeLimit.NameOf(kind),
                paper.Left,
                Heading(ends, today, DueToday)
            )
            : null;

    /// <summary>A period that the court set.</summary>
    internal static CaseDay OfLimit(CaseLimit limit, DateOnly today) =>
        new(
            Limit,
            limit.EndsOn,
            Short(limit.EndsOn, today),
            Weekday(limit.EndsOn, today),
            CaseLimitTexts.ToDo(limit, today),
            limit.Kind.Chinese(),
            Left(limit.EndsOn, today),
            Heading(limit.EndsOn, today, DueToday)
        );

    private static string Short(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Weekday(DateOnly day, DateOnly today) =>
        (day.DayNumber - today.DayNumber) switch
        {
            0 => "今天",
            1 => "明天",
            _ => ChinaTime.Weekday(day),
        };

    private static string Heading(DateOnly day, DateOnly today, string onTheDay)
    {
        var monday = today.AddDays(-((int)today.DayOfWeek + 6) % 7);
        return (day.DayNumber - monday.DayNumber) switch
        {
            _ when day == today => onTheDay,
            < 7 => "本周",
            < 14 => "下周",
            _ => "再往后",
        };
    }

    /// <returns>今天; 还有 7 天; 已经过了 3 天.</returns>
    internal static string Left(DateOnly day, DateOnly today) =>
        (day.DayNumber - today.DayNumber) switch
        {
            0 => "今天",
            > 0 and var left => string.Create(CultureInfo.InvariantCulture, $"还有 {left} 天"),
            var over => string.Create(CultureInfo.InvariantCulture, $"已经过了 {-over} 天"),
        };
}
