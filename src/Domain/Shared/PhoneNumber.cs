using System.Text.RegularExpressions;

namespace Domain.Shared;

/// <summary>Mainland phone numbers as people type them.</summary>
public static partial class PhoneNumber
{
    /// <param name="normalised">Digits only: 13800138000, 02083210000.</param>
    /// <param name="mobile">Can receive SMS.</param>
    public static bool TryRead(string? raw, out string normalised, out bool mobile)
    {
        (normalised, mobile) = ("", false);
        if (raw is null || raw.Length > 40) return false;
        var digits = CountryCode().Replace(Separators().Replace(TypedText.Normalise(raw), ""), "");
        if (Mobile().IsMatch(digits)) mobile = true;
        else if (!Landline().IsMatch(digits)) return false;
        normalised = digits;
        return true;
    }

    [GeneratedRegex(@"[\s\-—–()（）·.]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:\+|00)86(?=[0-9])|^86(?=1[3-9][0-9]{9}$)")]
    private static partial Regex CountryCode();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex("^0[1-9][0-9]{1,2}[2-9][0-9]{6,7}$|^[2-9][0-9]{7}$")]
    private static partial Regex Landline();
}
