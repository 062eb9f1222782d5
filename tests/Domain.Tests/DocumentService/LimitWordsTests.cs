using Domain.Calendar;
using Domain.DocumentService;

namespace Domain.Tests.DocumentService;

public class LimitWordsTests
{
    private static readonly DateOnly s_last = new(2026, 12, 7);

    [Theory]
    [InlineData("2026-11-20", "上诉期至 2026-12-07，还有 17 天")]
    [InlineData("2026-12-06", "上诉期至 2026-12-07，还有 1 天")]
    [InlineData("2026-12-07", "上诉期今天到期（2026-12-07）")]
    [InlineData("2026-12-08", "上诉期已于 2026-12-07 届满")]
    public void A_limit_says_how_long_it_still_runs(string today, string words) =>
        Assert.Equal(
            words,
            LimitWords.Of(
                TimeLimitKind.Appeal,
                new CountedDay(s_last, IsProvisional: false),
                DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void Why_it_is_that_day_is_told_with_the_rest_day_that_it_rolled_off() =>
        Assert.Equal(
            "11 月 20 日（周五）送达，从次日起 15 天；第 15 天 12 月 5 日（周六）是休息日，顺延到 12 月 7 日（周一）",
            LimitWords.Reason(Copy("2026-11-20", "2026-12-07"), OfficialCalendar.AsPublished)
        );

    [Fact]
    public void A_day_that_did_not_roll_is_told_plainly() =>
        Assert.Equal(
            "11 月 5 日（周四）送达，从次日起 15 天，到 11 月 20 日（周五）为止",
            LimitWords.Reason(Copy("2026-11-05", "2026-11-20"), OfficialCalendar.AsPublished)
        );

    [Fact]
    public void Beyond_the_published_calendar_it_is_provisional() =>
        Assert.Equal(
            ("上诉期至 2030-01-17（暂定），还有 14 天", "（放假安排尚未公布，暂定）"),
            (
                LimitWords.Of(Copy("2030-01-02", "2030-01-17"), OfficialCalendar.AsPublished, new(2030, 1, 3)),
                LimitWords.Reason(Copy("2030-01-02", "2030-01-17"), OfficialCalendar.AsPublished)[^13..]
            )
        );

    [Fact]
    public void Only_what_lies_ahead_of_a_service_is_provisional()
    {
        var calendar = OfficialCalendar.AsPublished;
        var on = new DateOnly(2027, 1, 5);
        Assert.Equal(("2027-01-05（暂定）", "2027-01-05"), (calendar.Served(on, new(2026, 12, 1)).Iso, calendar.Served(on, on).Iso));
    }

    [Fact]
    public void A_document_without_a_limit_says_nothing()
    {
        var summons = new ServiceCopy { Title = "传票", Kind = DocumentKind.Summons };
        Assert.Equal(
            ("", ""),
            (LimitWords.Of(summons, OfficialCalendar.AsPublished, s_last), LimitWords.Reason(summons, OfficialCalendar.AsPublished))
        );
    }

    [Theory]
    [InlineData("收到", true)]
    [InlineData(" 已收到！谢谢 ", true)]
    [InlineData("我已经收到了", true)]
    [InlineData("没收到", false)]
    [InlineData("收到没有文书", false)]
    [InlineData("12 收到", false)]
    [InlineData("", false)]
    public void Only_a_plain_receipt_is_one(string text, bool isReceipt) => Assert.Equal(isReceipt, ReplyToServiceSms.IsReceipt(text));

    private static ServiceCopy Copy(string served, string last) =>
        new()
        {
            Title = "判决书",
            Kind = DocumentKind.Judgment,
            LimitKind = TimeLimitKind.Appeal,
            LimitDays = 15,
            EffectiveOn = Day(served),
            LimitEndsOn = Day(last),
        };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
