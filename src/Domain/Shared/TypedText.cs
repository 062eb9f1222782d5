using System.Text;

namespace Domain.Shared;

internal static class TypedText
{
    /// <summary>NFKC: full-width digits and letters become plain. Lone surrogates and U+FFFE, U+FFFF, on which Normalize throws, become U+FFFD.</summary>
    public static string Normalise(string typed)
    {
        var whole = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes()) whole.Append((rune.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : rune);
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Without what a database cannot hold and a screen cannot show: control characters go, lone surrogates become U+FFFD.</summary>
    public static string Storable(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t') text.Append(rune);
        }

        return text.ToString().Trim();
    }
}
