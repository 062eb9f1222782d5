using System.Globalization;

namespace Domain.Figures;

/// <summary>A part of a count; the counts are shown beside the percentage, so that 100 % of one is not taken for more.</summary>
public sealed record Share(long Part, long Of)
{
    private const decimal JustBelowAll = 99.9m;

    /// <returns><c>96.2%</c>, rounded half up; <c>100%</c> of all and of nothing less; — where there is nothing to count.</returns>
    public override string ToString() =>
        Of == 0 ? "—"
        : Part == Of ? "100%"
        : string.Create(CultureInfo.InvariantCulture, $"{Percent:0.0}%");

    private decimal Percent
    {
        get
        {
            var rounded = Math.Round(100m * Part / Of, 1, MidpointRounding.AwayFromZero);
            return Part < Of ? Math.Min(rounded, JustBelowAll) : rounded;
        }
    }
}
