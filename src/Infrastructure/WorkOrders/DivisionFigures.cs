using Domain.Figures;
using Domain.WorkOrders;
using Infrastructure.Figures;

namespace Infrastructure.WorkOrders;

public sealed record ScopeChoice(Guid CourtId, string Court, Guid DivisionId, string Division);

public enum OrderTab
{
    LateAndToday,
    Soon,
    All,
}

public sealed record OrderFilter(
    OrderTab Tab,
    Guid? OwnerId = null,
    Category? Category = null,
    bool OnlyUrged = false,
    bool OnlyUnread = false
)
{
    public bool IsSet => OwnerId is not null || Category is not null || OnlyUrged || OnlyUnread;
}

public sealed record BandCounts(int Late, int Today, int Soon, int Later)
{
    public int All => Late + Today + Soon + Later;

    public int Of(DueBand band) =>
        band switch
        {
            DueBand.Late => Late,
            DueBand.Today => Today,
            DueBand.Soon => Soon,
            _ => Later,
        };
}

public sealed record DivisionRow(OrderListRow Order, DueBand Band);

/// <summary>What stands above the list of the supervision desk.</summary>
/// <param name="Month">This month; what is open and late is so now.</param>
/// <param name="Before">The month before.</param>
/// <param name="Today">Open, with today's limit.</param>
/// <param name="New">Dispatched today, closed or not.</param>
public sealed record DivisionFigures(
    Indicators Month,
    Indicators Before,
    LevelCounts Levels,
    int Today,
    int TodayUnread,
    int New,
    DateTimeOffset At
)
{
    public int Late => (int)Month.Late;

    public int All => (int)Month.Open;
}

/// <summary>The late ones by the highest level told; <paramref name="Untold"/>: to nobody yet.</summary>
public sealed record LevelCounts(int Untold, int First, int Second, int Third)
{
    public int Of(int level) =>
        level switch
        {
            1 => First,
            2 => Second,
            _ => Third,
        };
}

/// <summary>What one handler (or division, or court) has open, by due time.</summary>
/// <param name="IsJudge">Holds a post as judge there; others have orders that nobody has been named for.</param>
public sealed record Load(Guid Id, string Name, bool IsJudge, BandCounts Open, Share OnTime);
