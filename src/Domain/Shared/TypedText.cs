using System.Globalization;
using System.Text;

namespace Domain.Shared;

/// <summary>What a person typed or pasted.</summary>
public static class TypedText
{
    /// <summary>
    /// For reading a number of some kind: half-width (NFKC), without white space and invisible characters, because a number
    /// copied from a phone's contacts comes wrapped in U+202D and U+202C. Never throws.
    /// </summary>
    public static string Fold(string typed) => string.Concat(Normalise(typed).Where(IsVisible));

    /// <summary>Half-width (NFKC), with its inner spaces. Never throws.</summary>
    public static string Normalise(string typed) => Valid(typed).Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>Lone surrogates and non-characters such as U+FFFE, on which Normalize throws, become U+FFFD.</summary>
    public static string Valid(string typed)
    {
        var valid = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
            valid.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned ? Rune.ReplacementChar : rune);

        return valid.ToString();
    }

    /// <summary>
    /// Without what a database cannot hold and a screen cannot show: control characters go, lone surrogates become U+FFFD. Empty where
    /// nobody would see anything.
    /// </summary>
    public static string Storable(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t')
                text.Append(rune);
        }

        var stored = text.ToString().Trim();
        return stored.Any(IsVisible) ? stored : "";
    }

    private static bool IsVisible(char c) =>
        !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control);
}
