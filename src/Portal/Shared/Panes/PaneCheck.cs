namespace Portal.Shared.Panes;

/// <param name="Look">bad, warn, ok, na.</param>
/// <param name="Source">Rule or register; may be empty.</param>
public sealed record PaneCheck(string Look, string Statement, string Source = "")
{
    /// <returns>8 项相符，1 项要您定.</returns>
    public static string Summary(IReadOnlyList<PaneCheck> checks)
    {
        var (agrees, open) = (checks.Count(c => c.Look == "ok"), checks.Count(c => c.Look is "bad" or "warn"));
        return $"{agrees} 项相符" + (open > 0 ? $"，{open} 项要您定" : "");
    }
}

/// <summary>A card of a decision: what cannot be chosen stays, with its reason.</summary>
/// <param name="Effect">What it brings about; may be empty.</param>
/// <param name="WhyNot">Null where it can be chosen.</param>
/// <param name="Key">Which key selects it; the button alone sends.</param>
public sealed record PaneChoice<T>(T Value, string Title, string Effect = "", string? WhyNot = null, string? Key = null);
