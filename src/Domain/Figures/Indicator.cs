namespace Domain.Figures;

/// <summary>
/// An indicator (指标) as every screen and file names and counts it. All of them: <see cref="IndicatorCatalogue"/>.
/// </summary>
/// <param name="Unit">件、份、人次、次、个工作日、天 or %.</param>
/// <param name="Formula">One sentence without its stop.</param>
/// <param name="Period">Which day decides in which period it counts, and whether that can change.</param>
public sealed record Indicator(string Name, string Unit, string Formula, string Period)
{
    /// <summary>Above a column: with what is counted, where that is not said beside each figure.</summary>
    public string Head => Unit is "件" or "份" or "人次" ? $"{Name}（{Unit}）" : Name;

    /// <returns>按期办结率（%）：…。…。</returns>
    public override string ToString() => $"{Name}（{Unit}）：{Formula}。{Period}。";
}
