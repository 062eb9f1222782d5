using System.Globalization;

namespace Domain.Shared;

public enum Gender
{
    Male,
    Female,
}

/// <summary>The 18-digit resident ID number (GB 11643-1999): area, birth date, sequence, check character.</summary>
public static class ResidentId
{
    private const string CheckCharacters = "10X98765432";

    // GB/T 2260, with 83 for Taiwan residents' 居住证.
    private static readonly string[] s_provinces =
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ];

    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Reads a number as typed by people: full-width digits, spaces, small x.</summary>
    /// <returns>False when the length, the province, the birth date or the check character is wrong.</returns>
    public static bool TryRead(string? raw, out string normalised)
    {
        normalised = "";
        if (raw is null || raw.Length > 60)
            return false;
        var text = TypedText.Fold(raw).Replace("-", "").ToUpperInvariant();
        if (text.Length != 18 || !text[..17].All(char.IsAsciiDigit) || !s_provinces.Contains(text[..2]))
            return false;
        if (!TryBirthDate(text, out _) || text[17] != CheckCharacter(text))
            return false;
        normalised = text;
        return true;
    }

    public static bool TryBirthDate(string normalised, out DateOnly birthDate) =>
        DateOnly.TryParseExact(normalised[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out birthDate)
        && birthDate.Year >= 1900;

    /// <param name="normalised">As <see cref="TryRead"/> gave it.</param>
    public static Gender GenderOf(string normalised) => (normalised[16] - '0') % 2 == 1 ? Gender.Male : Gender.Female;

    /// <param name="first17">At least the first 17 digits.</param>
    public static char CheckCharacter(string first17)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += (first17[i] - '0') * s_weights[i];
        return CheckCharacters[sum % 11];
    }
}
