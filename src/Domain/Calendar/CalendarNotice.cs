namespace Domain.Calendar;

/// <summary>A day that the notice names.</summary>
/// <param name="Name">春节; empty when the notice does not say.</param>
/// <param name="Line">Where it was read, from 1.</param>
/// <param name="InList">The place is one in a JSON list, not a line.</param>
public sealed record NoticeDay(DateOnly Day, bool Works, string Name, int Line, bool InList = false)
{
    public string Place => NoticeProblem.PlaceOf(Line, InList);
}

/// <param name="Line">From 1; 0 is the whole text.</param>
/// <param name="InList">The place is one in a JSON list, not a line.</param>
public sealed record NoticeProblem(int Line, string Reason, bool InList = false)
{
    internal static string PlaceOf(int line, bool inList) => $"第 {line} {(inList ? "项" : "行")}";

    public override string ToString() => Line == 0 ? Reason : $"{PlaceOf(Line, InList)}：{Reason}";
}

/// <summary>What was read of a year's notice: its days in their order, and everything that could not be read.</summary>
public sealed record CalendarNotice(int Year, IReadOnlyList<NoticeDay> Days, IReadOnlyList<NoticeProblem> Problems)
{
    public int DaysOff => Days.Count(d => !d.Works);

    public int MakeUpDays => Days.Count(d => d.Works);

    public string Words => $"{Year} 年：休 {DaysOff} 天，调休上班 {MakeUpDays} 天";
}
