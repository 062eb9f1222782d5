using System.Globalization;
using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;

namespace Portal.WorkOrders;

/// <param name="Look">Class of the cell: past, now, now ok, l1, done, or empty for a day to come.</param>
internal sealed record LadderCell(string Words, string Look);

internal sealed record LadderPart(string Title, string Hint, string Icon, bool IsLate, IReadOnlyList<LadderCell> Cells);

/// <summary>One cell per working day, so that a weekend is simply absent: the limit's days, then the days past it.</summary>
internal static class LadderSteps
{
    /// <summary>Late days shown; earlier ones are summed up in the first cell.</summary>
    private const int LateCells = 6;

    public static IReadOnlyList<LadderPart> Of(WorkOrder order, DateTimeOffset now, WorkCalendar calendar)
    {
        var from = ChinaTime.DayOf(order.DispatchedAt ?? order.ReceivedAt);
        var end = ChinaTime.DayOf(order.ClosedAt ?? now);
        var limit = calendar.WorkingDaysBetween(from, order.DueDay);
        if (limit < 1) return [];
        List<LadderPart> parts = [new($"答复期限 {limit} 日", "派单次日起算", "fa-user", false, [.. calendar.Days(from, limit).Select(day => Cell(day, isLate: false))])];
        var late = calendar.WorkingDaysBetween(order.DueDay, end);
        if (late < 1) return parts;
        var days = calendar.Days(order.DueDay, late);
        List<LadderCell> cells = [.. days.TakeLast(LateCells).Select(day => Cell(day, isLate: true))];
        if (late > LateCells) cells[0] = new($"前 {late - LateCells + 1} 日", "l1");
        parts.Add(new(order.IsClosed ? $"超期 {late} 日办结" : $"已超期 {late} 日", "", "fa-triangle-exclamation", true, cells));
        return parts;

        LadderCell Cell(DateOnly day, bool isLate)
        {
            var words = day.ToString("MM-dd", CultureInfo.InvariantCulture);
            if (day == end) return order.IsClosed ? new($"{words} 办结", "done") : new($"今天 {words}", isLate ? "now" : "now ok");
            return new(words, isLate ? "l1" : day < end ? "past" : "");
        }
    }
}
