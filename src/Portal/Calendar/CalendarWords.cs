using Domain.Calendar;
using Domain.Shared;
using Infrastructure.Calendar;

namespace Portal.Calendar;

/// <summary>How the six kinds of day look and read.</summary>
internal static class CalendarWords
{
    public static IReadOnlyList<DayKind> Kinds { get; } = Enum.GetValues<DayKind>();

    public static string Look(this DayKind kind) =>
        kind switch
        {
            DayKind.Workday => "",
            DayKind.MakeUpWorkday => "make",
            DayKind.RestDay => "rest",
            DayKind.Holiday => "off",
            DayKind.ProvisionalWorkday => "maybe",
            DayKind.ProvisionalRestDay => "maybe rest",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>The character beside the date, so that it reads without colour.</summary>
    public static string Mark(CalendarCell cell) =>
        cell switch
        {
            { IsManual: true, Works: false } => "停",
            { IsManual: true } => "班",
            { Kind: DayKind.MakeUpWorkday } => "班",
            { Kind: DayKind.Holiday } => "休",
            _ => "",
        };

    public static string Title(CalendarCell cell) =>
        $"{ChinaTime.ShortDay(cell.Day)} {(cell.IsManual ? cell.Works ? "补班" : "停工" : cell.Kind.Chinese())}{(cell.Name.Length > 0 ? $"·{cell.Name}" : "")}";

    public static string Chinese(this CalendarChangeKind kind) =>
        kind switch
        {
            CalendarChangeKind.Import => "导入",
            CalendarChangeKind.Closure => "停工",
            CalendarChangeKind.MakeUp => "补班",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
