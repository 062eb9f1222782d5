using System.Globalization;
using Domain.Calendar;

namespace Domain.Tests.Calendar;

/// <summary>The holidays that the law names, held against the State Council's notices, which move days around them and take none away.</summary>
public class LegalHolidaysTests
{
    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_published_notice_has_them_off(int year)
    {
        var published = OfficialCalendar.Years.Single(y => y.Year == year);
        Assert.All(LegalHolidays.Of(year), h => Assert.Contains(h.Day, published.DaysOff));
    }

    [Theory]
    [InlineData(2017, "01-01 01-28 01-29 01-30 04-04 05-01 05-30 10-01 10-02 10-03 10-04")] // before 国务院令第795号
    [InlineData(2020, "01-01 01-25 01-26 01-27 04-04 05-01 06-25 10-01 10-02 10-03")] // 中秋 on 10-01
    [InlineData(2024, "01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03")]
    [InlineData(2025, "01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06")] // a leap month before 中秋
    [InlineData(2026, "01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03")]
    [InlineData(2027, "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03")]
    [InlineData(2028, "01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03")] // a leap fifth month; 中秋 on 10-03
    public void Each_year_has_its_own(int year, string days) =>
        Assert.Equal(days, string.Join(' ', LegalHolidays.Of(year).Select(h => h.Day.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void A_day_says_which_one_it_is() =>
        Assert.Equal(
            ("春节", "中秋节", null),
            (LegalHolidays.On(new(2027, 2, 5))?.Name, LegalHolidays.On(new(2027, 9, 15))?.Name, LegalHolidays.On(new(2027, 2, 9))?.Name)
        );

    [Theory]
    [InlineData(2013)]
    [InlineData(2101)]
    public void Where_another_law_held_or_the_almanac_ends_there_are_none(int year) => Assert.Empty(LegalHolidays.Of(year));

    [Fact]
    public void Every_year_of_the_almanac_can_be_asked() =>
        Assert.All(Enumerable.Range(2025, 76), y => Assert.InRange(LegalHolidays.Of(y).Count, 12, 13));
}
