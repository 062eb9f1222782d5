using System.Globalization;
using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Portal.WorkOrders;

/// <param name="Look">Class of the cell: past, l1, l2, now, now ok, done, end, or empty for a day to come.</param>
internal sealed record LadderCell(string Words, string Look);

/// <param name="IsReached">The step has fired.</param>
internal sealed record LadderPart(string Title, string Hint, string Icon, bool IsReached, IReadOnlyList<LadderCell> Cells);

/// <summary>One cell per working day, so that a weekend is simply absent: the limit's days, then those of each level; a level fires on its first day.</summary>
internal sealed class LadderSteps(WorkOrder order, DateTimeOffset now, WorkCalendar calendar)
{
    /// <summary>Days shown of a long limit; earlier ones are summed up in the first cell.</summary>
    private const int MostCells = 7;

    private readonly DateOnly _today = ChinaTime.DayOf(order.ClosedAt ?? now);

    public static IReadOnlyList<LadderPart> Of(WorkOrder order, DateTimeOffset now, WorkCalendar calendar) =>
        [.. new LadderSteps(order, now, calendar).Parts()];

    private IEnumerable<LadderPart> Parts()
    {
        var limit = calendar.WorkingDaysBetween(Start, order.DueDay);
        if (limit < 1)
            yield break;
        yield return new($"{Whose} {LimitWords(limit)} 日", Hint, "fa-user", IsReached: false, Limit(limit));

        var day = order.DueDay;
        foreach (var (level, count) in new[] { (1, order.Limits.SecondDays), (2, order.Limits.ThirdDays) })
        {
            var days = calendar.Days(day, count);
            if (order.IsClosed && days[0] > _today)
                yield break;
            yield return new(
                $"{SupervisionWords.Level(level)} {SupervisionWords.Post(level)} +{count} 日",
                "",
                "fa-bullhorn",
                Fired(days[0]),
                [.. days.Where(d => !order.IsClosed || d <= _today).Select((d, i) => Cell(d, $"l{level}", fires: i == 0))]
            );
            day = days[^1];
        }

        var last = calendar.NextWorkday(day);
        if (order.IsClosed && last > _today)
            yield break;
        yield return new($"{SupervisionWords.Level(3)} {SupervisionWords.Post(3)}", "", "fa-flag", Fired(last), Last(last));
    }

    private DateOnly Start => order.StartedOn ?? ChinaTime.DayOf(order.DispatchedAt ?? order.ReceivedAt);

    private string Whose =>
        order.OwnerRole == Role.LiaisonOfficer ? "联络员"
        : order.OwnerRole == Role.Judge ? "承办法官"
        : order.OwnerRole.Chinese();

    private string LimitWords(int limit) => order.ExtraDays > 0 ? $"{limit - order.ExtraDays}+{order.ExtraDays}" : $"{limit}";

    private string Hint =>
        (order.ExtendedFromDay, order.RestartCount) switch
        {
            ({ } before, _) when order.ExtraDays > 0 => $"已延期，原 {Short(before)}",
            (_, > 0) => $"{Short(Start)} 重新计算",
            _ => "派单次日起算",
        };

    private List<LadderCell> Limit(int limit)
    {
        List<LadderCell> cells = [.. calendar.Days(Start, limit).Select(day => Cell(day, "past", fires: false))];
        if (order.DueIsProvisional)
            cells[^1] = cells[^1] with { Words = $"{cells[^1].Words} {CountedDay.Provisional}" };
        if (cells.Count <= MostCells)
            return cells;
        var summed = cells.Count - MostCells + 1;
        return [new($"前 {summed} 日", cells[summed - 1].Look is "past" ? "past" : ""), .. cells.Skip(summed)];
    }

    private List<LadderCell> Last(DateOnly day)
    {
        if (_today < day)
            return [new($"{Short(day)} 督办", "end")];
        List<LadderCell> cells = [Cell(day, "l2", fires: true)];
        if (_today > day && calendar.IsWorkday(_today))
            cells.Add(Cell(_today, "l2", fires: false));
        return cells;
    }

    private LadderCell Cell(DateOnly day, string look, bool fires)
    {
        if (day == _today && order.IsClosed)
            return new($"{Short(day)} 办结", "done");
        if (day == _today)
            return new(fires && Fired(day) ? "今天 督办" : $"今天 {Short(day)}", look == "past" ? "now ok" : "now");
        return new(Short(day) + (fires ? " 督办" : ""), day < _today ? look : "");
    }

    private bool Fired(DateOnly day) => (order.ClosedAt ?? now) >= ChinaTime.At(day, Domain.Supervision.Ladder.FiresAt);

    private static string Short(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);
}
