using System.Globalization;
using System.Text.Json;
using Domain.Calendar;
using Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Domain.Tests.Calendar;

public class CalendarNoticeTests
{
    /// <summary>A year as the State Council might publish it.</summary>
    private const string Lines = """
        日期,休班,节日
        2027-01-01..2027-01-03 休 元旦
        2027-02-05..2027-02-11 休 春节   # 除夕 2 月 5 日
        2027-01-31,班
        2027-02-20	班	春节

        2027/04/03至2027/04/05 休 清明节
        2027-05-01~2027-05-05 放假 劳动节
        2027-06-09 休 端午节
        2027-09-15 休 中秋节
        2027-10-01..2027-10-07 休 国庆节
        """;

    [Fact]
    public void A_notice_is_read_by_lines()
    {
        var notice = CalendarNoticeReader.Read(Lines, 2027);
        Assert.Empty(notice.Problems);
        Assert.Equal((27, 2), (notice.DaysOff, notice.MakeUpDays));
        Assert.Equal(new NoticeDay(new(2027, 1, 31), true, "", 4), notice.Days.Single(d => d.Day == new DateOnly(2027, 1, 31)));
        Assert.Equal(new NoticeDay(new(2027, 2, 20), true, "春节", 5), notice.Days.Single(d => d.Day == new DateOnly(2027, 2, 20)));
        Assert.Equal(notice.Days.OrderBy(d => d.Day), notice.Days);
    }

    [Fact]
    public void The_same_notice_is_read_as_json()
    {
        var days = CalendarNoticeReader.Read(Lines, 2027).Days;
        var json = JsonSerializer.Serialize(
            new
            {
                year = 2027,
                papers = Array.Empty<string>(),
                days = days.Select(d => new
                {
                    name = d.Name,
                    date = d.Day.ToString("O", CultureInfo.InvariantCulture),
                    isOffDay = !d.Works,
                }),
            }
        );
        var notice = CalendarNoticeReader.Read(json, 2027);
        Assert.Empty(notice.Problems);
        Assert.Equal(days.Select(d => (d.Day, d.Works, d.Name)), notice.Days.Select(d => (d.Day, d.Works, d.Name)));
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Each_published_year_written_down_and_read_again_is_the_same(int year)
    {
        var published = OfficialCalendar.Years.Single(y => y.Year == year);
        var text = string.Join(
            '\n',
            published.DaysOff.Select(d => $"{d:yyyy-MM-dd} 休").Concat(published.MakeUpDays.Select(d => $"{d:yyyy-MM-dd} 班"))
        );
        var notice = CalendarNoticeReader.Read(text, year);
        Assert.Empty(notice.Problems);
        Assert.Equal(published.DaysOff.Order(), notice.Days.Where(d => !d.Works).Select(d => d.Day));
        Assert.Equal(published.MakeUpDays.Order(), notice.Days.Where(d => d.Works).Select(d => d.Day));
        var months = new CalendarPlan([]).Import(notice).After;
        Assert.All(Days(year), d => Assert.Equal(OfficialCalendar.AsPublished.IsWorkday(d), months.IsWorkday(d)));
    }

    [Theory]
    [InlineData("2027-02-30 休", 1, "没有 2027-02-30 这一天")]
    [InlineData("\n2028-01-01 休", 2, "2028-01-01 不属于 2027 年的通知")]
    [InlineData("2027-05-01 休\n2027-05-01 班", 2, "2027-05-01 在第 1 行已写过")]
    [InlineData("2027-05-01", 1, "要写明“休”或“班”")]
    [InlineData("2027-05-01 休 班", 1, "要写明“休”或“班”")]
    [InlineData("五一放假 休", 1, "没有日期，应写成 2027-02-06 或 2027-02-06..2027-02-12")]
    [InlineData("2027-05-01 2027-05-02 休", 1, "一行只能写一个日期或一段日期")]
    [InlineData("2027-05-05..2027-05-01 休", 1, "结束日期早于开始日期")]
    [InlineData("2027-05-01..2027-06-01 休", 1, "一段最多 16 天")]
    [InlineData("2027-05-06 班", 1, "2027-05-06 是周四，本来就上班")]
    [InlineData("2027-05-01 休\n日期,休班", 2, "没有日期，应写成 2027-02-06 或 2027-02-06..2027-02-12")]
    [InlineData("", 0, "没有 01-01 的放假安排（元旦法定假日），通知不完整")]
    [InlineData("{\"year\": 2026, \"days\": []}", 0, "文件写的年份是 2026，不是 2027")]
    [InlineData("{\"year\": 2027}", 0, "没有放假安排的列表，请核对文件")]
    [InlineData("{\"days\": [{\"date\": \"2027-01-01\", \"isOffDay\": true}, {\"date\": \"2027-05-01\"}]}", 2, "没有写明是休还是班")]
    [InlineData("{\"days\": [{\"date\": \"\\ud800\", \"isOffDay\": true}]}", 1, "日期写得不对，应写成 2027-02-06")]
    [InlineData("{\"days\": [\n{\"date\"", 2, "内容不完整，请重新复制整个文件")]
    public void What_cannot_be_read_is_refused_with_line_and_reason(string text, int line, string reason) =>
        Assert.Equal((line, reason), CalendarNoticeReader.Read(text, 2027).Problems[0] is var first ? (first.Line, first.Reason) : default);

    [Theory]
    [InlineData("2027-02-30 休", "第 1 行：没有 2027-02-30 这一天")]
    [InlineData(
        "{\"days\": [{\"date\": \"2027-1-1\", \"isOffDay\": true},\n {\"date\": \"一月二日\"}]}",
        "第 2 项：日期写得不对，应写成 2027-02-06"
    )]
    [InlineData(
        "{\"days\": [{\"date\": \"2027-1-1\", \"isOffDay\": true},\n\n {\"date\": \"2027-1-1\", \"isOffDay\": true}]}",
        "第 2 项：2027-01-01 在第 1 项已写过"
    )]
    public void A_place_is_a_line_or_in_JSON_an_item(string text, string says) =>
        Assert.Equal(says, CalendarNoticeReader.Read(text, 2027).Problems[0].ToString());

    [Theory]
    [InlineData("2027-09-15 休 中秋节", "2027-09-15 休 劳动节", 10, "09-15 是中秋节，不是“劳动节”，请核对名称和日期")]
    [InlineData("放假 劳动节", "放假 国庆节", 8, "05-01 是劳动节，不是“国庆节”，请核对名称和日期")]
    public void A_holiday_under_the_name_of_another_is_refused(string whole, string wrong, int line, string reason)
    {
        var text = Lines.Replace(whole, wrong, StringComparison.Ordinal);
        Assert.Equal([new NoticeProblem(line, reason)], CalendarNoticeReader.Read(text, 2027).Problems);
    }

    [Theory]
    [InlineData("2027-09-15 休 中秋节", "2027-09-15 休 中秋")]
    [InlineData("放假 劳动节", "放假 五一")]
    [InlineData("休 国庆节", "休")]
    public void A_holiday_may_be_called_in_short_or_not_at_all(string whole, string other) =>
        Assert.Empty(CalendarNoticeReader.Read(Lines.Replace(whole, other, StringComparison.Ordinal), 2027).Problems);

    /// <summary>2028: 中秋节 on 3 October, within 国庆节.</summary>
    [Fact]
    public void Where_two_meet_the_run_bears_either_name()
    {
        var days = LegalHolidays
            .Of(2028)
            .Select(h => $"{h.Day:yyyy-MM-dd} 休 {h.Name.Replace("中秋节", "国庆节", StringComparison.Ordinal)}");
        Assert.Empty(CalendarNoticeReader.Read(string.Join('\n', days), 2028).Problems);
    }

    [Theory]
    [InlineData("2027-02-05..2027-02-11 休 春节", "2027-02-06..2027-02-11 休 春节", 0, "没有 02-05 的放假安排（春节法定假日），通知不完整")]
    [InlineData("2027/04/03至2027/04/05 休", "2027/04/03至2027/04/04 休", 0, "没有 04-05 的放假安排（清明节法定假日），通知不完整")]
    [InlineData("2027-06-09 休 端午节", "", 0, "没有 06-09 的放假安排（端午节法定假日），通知不完整")]
    [InlineData("2027-09-15 休 中秋节", "", 0, "没有 09-15 的放假安排（中秋节法定假日），通知不完整")]
    [InlineData(
        "2027-05-01~2027-05-05",
        "2027-05-01 放假\n2027-05-03~2027-05-05",
        0,
        "没有 05-02 的放假安排（劳动节法定假日），通知不完整"
    )]
    [InlineData(
        "2027-10-01..2027-10-07 休",
        "2027-10-01 休\n2027-10-02 班\n2027-10-03..2027-10-07 休",
        12,
        "10-02 是国庆节法定假日，不能写“班”"
    )]
    public void A_notice_that_lacks_a_holiday_of_the_law_is_refused(string whole, string lacking, int line, string reason)
    {
        var text = Lines.Replace(whole, lacking, StringComparison.Ordinal);
        Assert.NotEqual(Lines, text);
        Assert.Equal([new NoticeProblem(line, reason)], CalendarNoticeReader.Read(text, 2027).Problems);
    }

    [Fact]
    public void Any_text_is_read_without_throwing() =>
        Prop.ForAll<string, int>(
                (text, year) => CalendarNoticeReader.Read(text ?? "", year) is { } read && read.Days.Count + read.Problems.Count >= 0
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_line_is_lost_in_silence()
    {
        var lines = Gen.OneOf(
            Gen.Elements(Lines.Split('\n')),
            Gen.Elements(
                "",
                "   ",
                "# 只是备注",
                "2027-13-01 休",
                "2027-02-06 休",
                "2027-02-06..2027-02-08",
                "休 2027-03-01",
                "abc",
                "2027-01-31 班 x",
                "﻿",
                "2026-12-31 休",
                "2027-06-05 true 名,称"
            ),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get.Replace('\n', ' '))
        );
        Prop.ForAll(
                Gen.ArrayOf(lines).ToArbitrary(),
                written =>
                {
                    var notice = CalendarNoticeReader.Read(
                        "# by lines: what begins with a brace is read as JSON\n" + string.Join('\n', written),
                        2027
                    );
                    return written
                        .Select((text, i) => (Text: text, Line: i + 2))
                        .All(line =>
                            IsBlank(line.Text)
                            || IsHeading(line.Text)
                            || notice.Days.Any(d => d.Line == line.Line)
                            || notice.Problems.Any(p => p.Line == line.Line)
                        );
                }
            )
            .QuickCheckThrowOnFailure();

        static bool IsBlank(string line) => TypedText.Normalise(line.Split('#')[0]).Trim(' ', '\t', ',', ';', '、', '"').Length == 0;
        static bool IsHeading(string line) => line.StartsWith("日期", StringComparison.Ordinal);
    }

    private static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i));
}
