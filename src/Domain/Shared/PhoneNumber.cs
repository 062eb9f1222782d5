using System.Text.RegularExpressions;

namespace Domain.Shared;

/// <summary>Mainland phone numbers as people type them.</summary>
public static partial class PhoneNumber
{
    private const int MaxInputLength = 40;

    /// <param name="normalised">Digits only: 13800138000, 02083210000; an extension follows a dash: 02083210000-8001.</param>
    /// <param name="mobile">Can receive SMS.</param>
    public static bool TryRead(string? raw, out string normalised, out bool mobile)
    {
        (normalised, mobile) = ("", false);
        if (raw is null || raw.Length > MaxInputLength)
            return false;

        var (number, extension) = Split(TypedText.Fold(raw));
        var digits = Separators().Replace(number, "");
        if (Mobile().Match(digits) is { Success: true } phone && extension.Length == 0)
        {
            (normalised, mobile) = (phone.Groups["number"].Value, true);
            return true;
        }

        if (Landline().Match(digits) is not { Success: true } line)
            return false;
        normalised =
            (line.Groups["area"].Success ? "0" + line.Groups["area"].Value : "")
            + line.Groups["local"].Value
            + (extension.Length > 0 ? "-" + extension : "");
        return true;
    }

    /// <summary>转, 分机 or ext begins an extension; so does a dash after what is a whole number by itself.</summary>
    private static (string Number, string Extension) Split(string text)
    {
        if (Extension().Match(text) is { Success: true } named)
            return (text[..named.Index], named.Groups["digits"].Value);
        var digits = Separators().Replace(text, "");
        if (Mobile().IsMatch(digits) || Landline().IsMatch(digits))
            return (text, "");
        return LastDash().Match(text) is { Success: true } dash ? (text[..dash.Index], dash.Groups["digits"].Value) : (text, "");
    }

    [GeneratedRegex(@"(?:转|分机|ext\.?):?(?<digits>[0-9]{1,6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"\p{Pd}(?<digits>[0-9]{1,6})$")]
    private static partial Regex LastDash();

    [GeneratedRegex(@"[\p{Pd}()\[\]·./\u2212]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:(?:\+|00)?86)?0?(?<number>1[3-9][0-9]{9})$")]
    private static partial Regex Mobile();

    // Area codes: 010 and 02x with 8 digits after them, 03xx to 09xx with 7 or 8. Without one: a number of Guangzhou.
    [GeneratedRegex(
        @"^(?:(?:(?:\+|00)860?|0)(?:(?<area>10|2[0-9])(?<local>[2-9][0-9]{7})|(?<area>[3-9][0-9]{2})(?<local>[2-9][0-9]{6,7}))|(?<local>[2-9][0-9]{7}))$"
    )]
    private static partial Regex Landline();
}
