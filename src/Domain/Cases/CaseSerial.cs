using System.Globalization;

namespace Domain.Cases;

/// <summary>A case's bare number, as colleagues say it: 17741, 民初17741.</summary>
public static class CaseSerial
{
    private const int MaxLength = 6;

    /// <summary>Whole numbers that it may stand for, at a court, of this year and the last: each is looked up as it stands.</summary>
    /// <param name="typed">Normalised; empty for what is no bare number.</param>
    /// <param name="courtCodes">粤0104.</param>
    public static IReadOnlyList<string> Keys(string typed, IEnumerable<string> courtCodes, int thisYear)
    {
        var bare = typed.TrimEnd('号');
        var digits = bare[bare.TakeWhile(c => !char.IsDigit(c)).Count()..];
        var said = bare[..^digits.Length];
        if (
            digits.Length is 0 or > MaxLength
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0
        )
            return [];
        return
        [
            .. from code in courtCodes
            from year in new[] { thisYear, thisYear - 1 }
            from type in CaseTypeCodes.All.Where(t => said.Length == 0 || t == said)
            select new CaseNumber(year, code, null, type, number, null).Key,
        ];
    }
}
