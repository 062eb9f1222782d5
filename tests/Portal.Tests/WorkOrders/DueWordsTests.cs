using Bunit;
using Domain.Calendar;
using Domain.Shared;
using Portal.Shared;

namespace Portal.Tests.WorkOrders;

public class DueWordsTests : ComponentTest
{
    private static readonly WorkCalendar s_calendar = new(OfficialCalendar.Years, []);

    [Theory]
    [InlineData("2026-11-16", "2026-11-20 10:26", "late", "超期 4 日", "fa-triangle-exclamation")]
    [InlineData("2026-11-18", "2026-11-20 10:26", "late", "超期 2 日", "fa-triangle-exclamation")]
    [InlineData("2026-11-20", "2026-11-20 23:59", "today", "今日到期", "fa-clock")]
    [InlineData("2026-11-20", "2026-11-21 00:00", "late", "已超期", "fa-triangle-exclamation")]
    [InlineData("2026-11-20", "2026-11-23 08:00", "late", "超期 1 日", "fa-triangle-exclamation")]
    [InlineData("2026-11-23", "2026-11-20 10:26", "soon", "剩 1 日", "fa-hourglass-half")]
    [InlineData("2026-11-25", "2026-11-20 10:26", "soon", "剩 3 日", "fa-hourglass-half")]
    [InlineData("2026-11-26", "2026-11-20 10:26", "calm", "11-26", "fa-calendar")]
    [InlineData("2026-10-08", "2026-09-30 10:00", "soon", "剩 1 日", "fa-hourglass-half")]
    public void A_badge_says_the_deadline_in_words_and_shape(string due, string now, string look, string words, string icon)
    {
        var day = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        var badge = Render<DueBadge>(p =>
            p.Add(b => b.Due, DueWords.Of(ChinaTime.StartOf(day.AddDays(1)), day, SetClock.Read(now), s_calendar))
        );
        var mark = badge.Find(".c-due");
        Assert.Contains(look, mark.ClassList);
        Assert.Equal(words, mark.TextContent);
        Assert.Contains(icon, badge.Find("i").ClassList);
    }
}
