namespace Domain.Calendar;

/// <summary>A day that the notice names.</summary>
/// <param name="Name">春节; empty when the notice does not say.</param>
/// <param name="Line">Where it was read, from 1.</param>
public sealed record NoticeDay(DateOnly Day, bool Works, string Name, int Line);

/// <param name="Line">From 1; 0 is the whole text.</param>
public sealed record NoticeProblem(int Line, string Reason)
{
    public override string ToString() => Line == 0 ? Reason : $"第 {Line} 行：{Reason}";
}

/// <summary>What was read of a year's notice: its days in their order, and everything that could not be read.</summary>
public sealed record CalendarNotice(int Year, IReadOnlyList<NoticeDay> Days, IReadOnlyList<NoticeProblem> Problems)
{
    public int DaysOff => Days.Count(d => !d.Works);

    public int MakeUpDays => Days.Count(d => d.Works);

    public string Words => $"{Year} 年：休 {DaysOff} 天，调休上班 {MakeUpDays} 天";
}
