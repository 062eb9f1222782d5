using Domain.Calendar;
using Portal.App;

namespace Portal.Tests.App;

public class WorkingDayTests
{
    private static readonly WorkCalendar s_calendar = new(OfficialCalendar.Years, []);

    [Theory]
    [InlineData("2026-11-20 10:26", "11月20日 周五", "工作日", "距下班 7 小时 04 分")]
    [InlineData("2026-11-20 12:10", "11月20日 周五", "工作日", "午休，14:00 上班")]
    [InlineData("2026-11-20 08:00", "11月20日 周五", "工作日", "08:30 上班")]
    [InlineData("2026-11-20 17:48", "11月20日 周五", "已下班", "提醒顺延至 11-23 08:30")]
    [InlineData("2026-11-21 09:12", "11月21日 周六", "休息日", "下一工作日 11-23 周一")]
    [InlineData("2026-10-10 09:05", "10月10日 周六", "工作日（调休）", "距下班 8 小时 25 分")]
    [InlineData("2026-10-01 10:00", "10月1日 周四", "法定节假日", "下一工作日 10-08 周四")]
    [InlineData("2027-01-04 09:00", "2027年1月4日 周一", "暂定工作日", "2027 年日历尚未发布")]
    [InlineData("2027-01-09 09:00", "2027年1月9日 周六", "暂定休息日", "2027 年日历尚未发布")]
    public void Every_kind_of_day_has_its_words(string now, string day, string tag, string hint)
    {
        var words = WorkingDay.At(SetClock.Read(now), s_calendar);
        Assert.Equal((day, tag, hint), (words.Day, words.Tag, words.Hint));
    }
}
