using System.Globalization;

namespace Domain.Figures;

/// <summary>So much more (or less) of a figure.</summary>
public readonly record struct FigureChange(FigureKey Key, long Value)
{
    private const string DayFormat = "yyyyMMdd";

    /// <returns>Lines of metric, day, court, division, owner, value, tag.</returns>
    public static string Write(IEnumerable<FigureChange> changes) =>
        string.Join(
            '\n',
            changes.Select(c =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(short)c.Key.Metric} {c.Key.Day.ToString(DayFormat, CultureInfo.InvariantCulture)} {c.Key.CourtId:N} {c.Key.DivisionId:N} "
                        + $"{c.Key.OwnerId:N} {c.Value} {c.Key.Tag}"
                )
            )
        );

    public static IEnumerable<FigureChange> Read(string changes)
    {
        foreach (var line in changes.Split('\n'))
        {
            var part = line.Split(' ', 7);
            yield return new FigureChange(
                new FigureKey(
                    (FigureMetric)short.Parse(part[0], CultureInfo.InvariantCulture),
                    DateOnly.ParseExact(part[1], DayFormat, CultureInfo.InvariantCulture),
                    part[6]
                )
                {
                    CourtId = Guid.ParseExact(part[2], "N"),
                    DivisionId = Guid.ParseExact(part[3], "N"),
                    OwnerId = Guid.ParseExact(part[4], "N"),
                },
                long.Parse(part[5], CultureInfo.InvariantCulture)
            );
        }
    }
}

public static class FigureSums
{
    public static void Add(this Dictionary<FigureKey, long> sums, IEnumerable<FigureChange> changes, int times = 1)
    {
        foreach (var change in changes)
        {
            sums[change.Key] = sums.GetValueOrDefault(change.Key) + (change.Value * times);
        }
    }

    /// <summary>Figures of people stand in those of their division and court too.</summary>
    public static IEnumerable<FigureChange> AtEveryGrain(this IEnumerable<FigureChange> changes) =>
        changes.SelectMany(change => change.Key.AtEveryGrain().Select(key => change with { Key = key }));
}
