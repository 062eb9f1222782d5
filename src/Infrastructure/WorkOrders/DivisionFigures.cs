using Domain.WorkOrders;

namespace Infrastructure.WorkOrders;

/// <summary>Which orders a leader looks at: a division, or a whole court when <paramref name="DivisionId"/> is null.</summary>
public sealed record OrderScope(Guid CourtId, Guid? DivisionId);

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

/// <param name="Levels">How many of the late ones have climbed to level 1, 2, 3.</param>
/// <param name="New">Dispatched today, closed or not.</param>
/// <param name="OnTime">按期办结率: closed within the limit ÷ dispatched orders whose limit has fallen in this month, open late ones included
/// (domain facts §7.3).</param>
/// <param name="OnTimeBefore">The same of the month before.</param>
/// <param name="Content">满意率: satisfied or basically satisfied ÷ rated, of the orders closed this month.</param>
public sealed record DivisionFigures(
    int Late,
    LevelCounts Levels,
    int Today,
    int TodayUnread,
    int Soon,
    int All,
    int New,
    Share OnTime,
    Share OnTimeBefore,
    Share Content,
    DateTimeOffset At
);

public sealed record LevelCounts(int First, int Second, int Third)
{
    public int Of(int level) =>
        level switch
        {
            1 => First,
            2 => Second,
            _ => Third,
        };
}

/// <summary>A part of a count; the count is shown beside the percentage, so that 100 % of one is not taken for more.</summary>
public sealed record Share(int Part, int Of)
{
    /// <returns><c>96.2%</c>; — where there is nothing to count.</returns>
    public override string ToString() =>
        Of == 0 ? "—"
        : Part == Of ? "100%"
        : $"{Math.Floor(1000m * Part / Of) / 10:0.0}%";
}

/// <summary>What one handler (or division) has open, by due time.</summary>
/// <param name="IsJudge">Holds a post as judge there; others have orders that nobody has been named for.</param>
public sealed record Load(Guid Id, string Name, bool IsJudge, int Late, int Today, int Soon, int Later, Share OnTime)
{
    public int Open => Late + Today + Soon + Later;
}
