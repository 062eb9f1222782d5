using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Shared;

namespace Domain.Calendar;

/// <summary>
/// Reads the State Council's notice for one year, as JSON (<c>{year, days: [{name, date, isOffDay}]}</c>) or by lines:
/// <c>2027-02-06..2027-02-12 休 春节</c>, <c>2027-01-31,班</c>. Never throws and drops nothing in silence: every line is
/// read, blank, a remark after <c>#</c>, the heading of a table, or a problem.
/// </summary>
public static partial class CalendarNoticeReader
{
    public const int MaxLength = 100_000;
    public const int EarliestYear = 2023;
    public const int LatestYear = 2100;
    private const int LongestHoliday = 16;
    private static readonly char[] s_separators = [' ', '\t', ',', ';', '、', '"'];
    private static readonly HashSet<string> s_heading = new(
        ["日期", "date", "休班", "名称", "name", "类型", "type", "isoffday", "节日"],
        StringComparer.OrdinalIgnoreCase
    );
    private static readonly Dictionary<string, bool> s_works = new(StringComparer.OrdinalIgnoreCase)
    {
        ["休"] = false,
        ["放假"] = false,
        ["off"] = false,
        ["true"] = false, // isOffDay
        ["班"] = true,
        ["上班"] = true,
        ["work"] = true,
        ["false"] = true,
    };

    private static readonly Dictionary<string, string[]> s_alsoCalled = new(StringComparer.Ordinal)
    {
        ["元旦"] = ["新年"],
        ["春节"] = ["除夕", "过年"],
        ["劳动节"] = ["五一"],
        ["国庆节"] = ["十一"],
    };

    public static CalendarNotice Read(string text, int year)
    {
        List<NoticeDay> days = [];
        List<NoticeProblem> problems = [];
        if (text.Length > MaxLength)
            return new CalendarNotice(year, [], [new(0, $"内容最多 {MaxLength} 字，一次导入一年")]);
        var typed = TypedText.Valid(text).TrimStart('\uFEFF');
        if (typed.TrimStart().StartsWith('{'))
            CalendarNoticeJson.Read(typed, year, days, problems);
        else
            ReadLines(typed, year, days, problems);
        if (problems.Count == 0)
            CheckWhole(year, days, problems);
        if (problems.Count == 0)
            CheckNames(year, days, problems);
        return new CalendarNotice(year, [.. days.OrderBy(d => d.Day)], [.. problems.OrderBy(p => p.Line)]);
    }

    /// <summary>Adds a named day, or says why not.</summary>
    internal static void Add(NoticeDay day, int year, List<NoticeDay> days, List<NoticeProblem> problems)
    {
        var problem =
            day.Day.Year != year && !(day.Day.Year == year - 1 && day.Day.Month == 12 && day.Day.Day >= 24)
                ? $"{day.Day:yyyy-MM-dd} 不属于 {year} 年的通知"
            : days.FirstOrDefault(d => d.Day == day.Day) is { } twin ? $"{day.Day:yyyy-MM-dd} 在{twin.Place}已写过"
            : day.Works && day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                ? $"{day.Day:yyyy-MM-dd} 是{ChinaTime.Weekday(day.Day)}，本来就上班"
            : day.Name.Length > CalendarDay.ReasonMaxLength ? "名称太长"
            : null;
        if (problem is null)
            days.Add(day);
        else
            problems.Add(new(day.Line, problem, day.InList));
    }

    private static void ReadLines(string text, int year, List<NoticeDay> days, List<NoticeProblem> problems)
    {
        var number = 0;
        var isFirst = true;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = TypedText.Normalise(raw.Split('#')[0]);
            var parts = line.Split(s_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0)
                continue;
            var isHeading = isFirst && parts.All(s_heading.Contains);
            isFirst = false;
            if (!isHeading)
                ReadLine(parts, number, year, days, problems);
        }
    }

    private static void ReadLine(string[] parts, int line, int year, List<NoticeDay> days, List<NoticeProblem> problems)
    {
        var dates = parts.Where(p => Range().IsMatch(p)).ToList();
        var kinds = parts.Where(s_works.ContainsKey).ToList();
        if (dates.Count != 1)
        {
            problems.Add(
                new(line, dates.Count == 0 ? "没有日期，应写成 2027-02-06 或 2027-02-06..2027-02-12" : "一行只能写一个日期或一段日期")
            );
            return;
        }

        if (kinds.Count != 1)
        {
            problems.Add(new(line, "要写明“休”或“班”"));
            return;
        }

        var range = Range().Match(dates[0]);
        if (
            !TryDay(range.Groups["first"].Value, out var first)
            || !TryDay(range.Groups["last"].Success ? range.Groups["last"].Value : range.Groups["first"].Value, out var last)
        )
        {
            problems.Add(new(line, $"没有 {dates[0]} 这一天"));
            return;
        }

        if (last < first || last.DayNumber - first.DayNumber >= LongestHoliday)
        {
            problems.Add(new(line, last < first ? "结束日期早于开始日期" : $"一段最多 {LongestHoliday} 天"));
            return;
        }

        var name = TypedText.Storable(string.Join(' ', parts.Where(p => p != dates[0] && p != kinds[0])));
        for (var day = first; day <= last; day = day.AddDays(1))
            Add(new NoticeDay(day, s_works[kinds[0]], name, line), year, days, problems);
    }

    /// <summary>A notice moves days around the holidays of the law and takes none away: without one of them it is not whole.</summary>
    private static void CheckWhole(int year, List<NoticeDay> days, List<NoticeProblem> problems)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            problems.Add(new(0, "年份不对"));
            return;
        }

        foreach (var holiday in LegalHolidays.Of(year))
        {
            if (days.Find(d => d.Day == holiday.Day) is not { } named)
                problems.Add(new(0, $"没有 {holiday.Day:MM-dd} 的放假安排（{holiday.Name}法定假日），通知不完整"));
            else if (named.Works)
                problems.Add(new(named.Line, $"{holiday.Day:MM-dd} 是{holiday.Name}法定假日，不能写“班”", named.InList));
        }
    }

    /// <summary>
    /// A run of days off bears the name of a holiday (法定节日) that lies in it: a run in which two meet may be called by either. Days that
    /// belong to none are called what one likes.
    /// </summary>
    private static void CheckNames(int year, List<NoticeDay> days, List<NoticeProblem> problems)
    {
        var off = days.Where(d => !d.Works).ToDictionary(d => d.Day);
        var wrong =
            from holiday in LegalHolidays.Of(year)
            let own = RunAround(holiday.Day, off).Select(LegalHolidays.On).OfType<LegalHoliday>().Select(h => h.Name).Distinct().ToList()
            let named = off[holiday.Day]
            where named.Name.Length > 0 && !own.Any(name => Says(named.Name, name))
            group (holiday, named) by named.Line into line
            select line.First();
        problems.AddRange(
            wrong.Select(w => new NoticeProblem(
                w.named.Line,
                $"{w.holiday.Day:MM-dd} 是{w.holiday.Name}，不是“{w.named.Name}”，请核对名称和日期",
                w.named.InList
            ))
        );
    }

    private static bool Says(string written, string holiday) =>
        s_alsoCalled
            .GetValueOrDefault(holiday, [])
            .Append(holiday.TrimEnd('节'))
            .Any(word => written.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<DateOnly> RunAround(DateOnly day, Dictionary<DateOnly, NoticeDay> off)
    {
        while (off.ContainsKey(day.AddDays(-1)))
            day = day.AddDays(-1);
        for (; off.ContainsKey(day); day = day.AddDays(1))
            yield return day;
    }

    internal static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex(@"^(?<first>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:(?:\.\.|~|至)(?<last>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}))?$")]
    private static partial Regex Range();
}
