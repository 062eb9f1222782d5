using Domain.Calendar;
using Domain.Figures;
using Domain.WorkOrders;

namespace Infrastructure.Figures;

/// <summary>What the wallboard (运行大屏) shows, of both levels or of one court. No names of people.</summary>
/// <param name="CourtName">Null on the board of both levels.</param>
/// <param name="ReceivedLastWeek">On the same weekday a week ago until the same time.</param>
/// <param name="DueToday">Open orders whose limit is today.</param>
/// <param name="DueTodayAnswered">Others whose limit is today: closed by now.</param>
/// <param name="Untold">Late and told to nobody yet, before 9:00.</param>
/// <param name="Units">Courts, or a court's divisions, those with most open first.</param>
/// <param name="Oldest">Late orders, the latest first.</param>
public sealed record Board(
    DateTimeOffset At,
    DateOnly Today,
    DayKind DayKind,
    string? CourtName,
    long Received,
    long ReceivedLastWeek,
    long ClosedToday,
    long DueToday,
    long DueTodayAnswered,
    long Untold,
    IReadOnlyList<BoardLevel> Levels,
    IReadOnlyList<BoardUnit> Units,
    IReadOnlyList<BoardDay> Days,
    IReadOnlyList<BoardChannel> Channels,
    IReadOnlyList<BoardOldest> Oldest,
    Indicators ThisMonth,
    Indicators LastMonth
)
{
    public long Open => ThisMonth.Open;

    public long Late => ThisMonth.Late;

    public Share Content => ThisMonth.Content;

    public long Dissatisfied => Content.Of - Content.Part;
}

/// <param name="Level">The highest level told, 1 to 3.</param>
/// <param name="FewestDays">Working days late, of the orders there.</param>
public sealed record BoardLevel(int Level, long Orders, int FewestDays, int MostDays);

public sealed record BoardUnit(string Name, long Open, long Late);

public sealed record BoardDay(DateOnly Day, bool IsWorkday, long Received, long Closed);

public sealed record BoardChannel(Channel Channel, long Received);

/// <param name="Level">The highest level told, 0 when none yet.</param>
/// <param name="DaysLate">Working days.</param>
public sealed record BoardOldest(int Level, string Unit, int DaysLate);
