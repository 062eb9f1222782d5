using Domain.Figures;

namespace Infrastructure.Figures;

/// <summary>
/// 月度排名 (domain facts §7.3): by the on-time share, in which late open orders count; where it is equal, by the smaller
/// share of supervised orders. Equal in both is the same rank, and the next is left out. A unit with fewer than five orders
/// whose limit fell in the month is listed without a rank, and so is whoever answered for a unit without being of it.
/// </summary>
public static class Ranking
{
    public const int FewestOrders = 5;

    public static IReadOnlyList<RankedUnit> Of(IEnumerable<StatisticsRow> units)
    {
        var all = units.ToList();
        var ranked = all.Where(u => !u.IsGuest && u.Indicators.OnTime.Of >= FewestOrders)
            .OrderByDescending(u => Part(u.Indicators.OnTime))
            .ThenBy(u => Part(u.Indicators.Supervised))
            .ThenBy(u => u.Name, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. ranked.Select(unit => new RankedUnit(1 + ranked.Count(other => IsBetter(other, unit)), unit)),
            .. all.Except(ranked)
                .Where(u => u.Indicators.OnTime.Of > 0 || u.Indicators.Received > 0)
                .OrderBy(u => u.Name, StringComparer.Ordinal)
                .Select(unit => new RankedUnit(null, unit)),
        ];
    }

    private static bool IsBetter(StatisticsRow one, StatisticsRow other)
    {
        var onTime = Part(one.Indicators.OnTime).CompareTo(Part(other.Indicators.OnTime));
        return onTime > 0 || (onTime == 0 && Part(one.Indicators.Supervised) < Part(other.Indicators.Supervised));
    }

    // 28 digits: shares of counts that differ stay different.
    private static decimal Part(Share share) => share.Of == 0 ? 0 : (decimal)share.Part / share.Of;
}

/// <param name="Rank">Null: too few orders (件数不足), or a guest of the unit.</param>
public sealed record RankedUnit(int? Rank, StatisticsRow Unit);
