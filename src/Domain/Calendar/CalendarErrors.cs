using Domain.Shared;

namespace Domain.Calendar;

public static class CalendarErrors
{
    public static RefusedException NoticeInvalid(string problem) =>
        new(Refusal.Unprocessable, "calendar.notice_invalid", $"{problem}。日历没有改动");

    public static RefusedException NothingChanges() => new(Refusal.Conflict, "calendar.nothing_changes", "与现在的日历相同，没有要改的");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "calendar.reason_missing", "请写明原因或依据");

    public static RefusedException ReasonTooLong() =>
        new(Refusal.Unprocessable, "calendar.reason_too_long", $"原因最多 {CalendarDay.ReasonMaxLength} 字");

    public static RefusedException RangeInvalid() =>
        new(Refusal.Unprocessable, "calendar.range_invalid", $"结束日期不能早于开始日期，一次最多 {CalendarChange.LongestRange} 天");

    public static RefusedException NotFound() => new(Refusal.NotFound, "calendar.change_not_found", "没有这次改动");

    public static RefusedException NotManual() => new(Refusal.Conflict, "calendar.not_manual", "导入的日历不能撤销，请重新导入正确的通知");

    public static RefusedException Withdrawn(string by, DateTimeOffset at) =>
        new(
            Refusal.Conflict,
            "calendar.already_withdrawn",
            $"{by}已于 {ChinaTime.ShortDay(ChinaTime.DayOf(at))} {ChinaTime.Clock(at)} 撤销"
        );
}
