using System.Globalization;

namespace Domain.Cases;

/// <summary>Several case numbers at once: a column of a table, 12号、13号, 12号至14号, or a message with some in it.</summary>
internal static class CaseNumberList
{
    /// <summary>A range is a slip of the pen beyond this.</summary>
    private const int LongestRange = 500;

    private static readonly char[] s_between = ['\n', '\r', '\t', ',', '，', ';', '；', '、'];

    public static IReadOnlyList<CaseNumberReading> Read(string raw, int currentYear)
    {
        List<CaseNumberReading> read = [];
        var head = "";
        foreach (var part in raw.Split(s_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = CaseNumberText.Normalise(part);
            if (text.Length == 0)
                continue;
            if (head.Length > 0 && CaseNumberText.ShortIn(text, bare: raw.Contains('、')) is { } next)
                read.Add(One(head + next + "号"));
            else if (
                CaseNumberText.RangeIn(head.Length > 0 && char.IsAsciiDigit(text[0]) && !IsWhole(text) ? head + text : text) is { } range
            )
                read.AddRange(OfRange(part, range));
            else if (CaseNumberText.RangesAmong(text) is { Ranges.Count: > 0 } among)
            {
                read.AddRange(among.Ranges.SelectMany(r => OfRange(part, r)));
                read.AddRange(CaseNumberText.Found(among.Left).Select(One));
            }
            else if (CaseNumberText.Found(text) is { Count: > 1 } several)
                read.AddRange(several.Select(One));
            else
                read.Add(CaseNumberReader.ReadOne(part, currentYear));
            head = CaseNumberText.HeadOf(read.LastOrDefault()?.Number?.Key ?? "") ?? head;
        }

        return [.. read.DistinctBy(r => r.CaseKey ?? r.Raw)];

        CaseNumberReading One(string text) => CaseNumberReader.ReadOne(text, currentYear);

        IEnumerable<CaseNumberReading> OfRange(string part, (string Head, int First, int Last) range) =>
            range.Last < range.First ? [Refused(part, "编号的范围要从小到大写，例如12号至14号。")]
            : range.Last - range.First >= LongestRange ? [Refused(part, $"编号的范围一次最多 {LongestRange} 个，请分开填写。")]
            : Enumerable
                .Range(range.First, range.Last - range.First + 1)
                .Select(n => One(range.Head + n.ToString(CultureInfo.InvariantCulture) + "号"));
    }

    private static bool IsWhole(string text) => CaseNumberText.RangeIn(text) is not null || CaseNumberText.HeadOf(text) is not null;

    private static CaseNumberReading Refused(string raw, string why) => new(raw, CaseNumberVerdict.Invalid, null, Repaired: false, why);
}
