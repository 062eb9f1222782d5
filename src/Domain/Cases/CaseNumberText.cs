using System.Text.RegularExpressions;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>What a person typed or pasted, made ready to be read: one script, one kind of bracket, and where in it the numbers stand.</summary>
internal static partial class CaseNumberText
{
    internal const string Provinces = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新军兵";

    /// <summary>Written in the old script (Hong Kong, Macau, Taiwan): each character with the one that court papers print.</summary>
    private static readonly Dictionary<char, char> s_simplified = Pairs(
        "號号粵粤終终執执恢恢異异復复複复監监協协審审轄辖訴诉調调書书確确賠赔懲惩財财證证請请認认臺台強强備备醫医減减解解"
            + "滬沪蘇苏閩闽贛赣魯鲁瓊琼貴贵雲云陝陕寧宁遼辽晉晋內内軍军區区經经濟济議议營营產产贓赃訊讯僑侨鐵铁際际"
    );

    /// <summary>Folded, simplified, every bracket a parenthesis, no wrapping words or punctuation.</summary>
    public static string Normalise(string raw)
    {
        var text = string.Concat(TypedText.Fold(raw).Select(c => s_simplified.GetValueOrDefault(c, c)));
        return Wrapping().Replace(Closing().Replace(Opening().Replace(text, "("), ")"), "");
    }

    /// <summary>The numbers that stand in a text, each as far as it goes: without the sentence around it.</summary>
    public static IReadOnlyList<string> Found(string text) => [.. Number().Matches(text).Select(m => m.Value)];

    /// <summary>(2024)粤0104民初12号至14号, or 12-14号: a head and two numbers.</summary>
    public static (string Head, int First, int Last)? RangeIn(string text) =>
        Range().Match(text) is { Success: true } m
        && (!m.Groups["again"].Success || m.Groups["again"].Value == m.Groups["head"].Value)
        && int.TryParse(m.Groups["first"].Value, out var first)
        && int.TryParse(m.Groups["last"].Value, out var last)
            ? (m.Groups["head"].Value, first, last)
            : null;

    /// <summary>The ranges that stand in a text, and what is left without them.</summary>
    public static (IReadOnlyList<(string Head, int First, int Last)> Ranges, string Left) RangesAmong(string text)
    {
        List<(string, int, int)> ranges = [];
        var rest = RangeAmong()
            .Replace(
                text,
                m =>
                {
                    if (RangeIn(m.Value) is not { } range)
                        return m.Value;
                    ranges.Add(range);
                    return " ";
                }
            );
        return (ranges, rest);
    }

    /// <summary>13号 after a whole number: of the same year, court and type.</summary>
    /// <param name="bare">Also 13 by itself, as in 12、13、14号.</param>
    public static string? ShortIn(string text, bool bare) =>
        Short().Match(text) is { Success: true } m && (bare || m.Length > m.Groups["n"].Length) ? m.Groups["n"].Value : null;

    /// <returns>(2024)粤0104民初; null where there is none.</returns>
    public static string? HeadOf(string text) => Head().Match(text) is { Success: true } m ? m.Value : null;

    private static Dictionary<char, char> Pairs(string text) => text.Chunk(2).ToDictionary(p => p[0], p => p[1]);

    private const string Year = @"\(*[0-9]{4}年?\)*年?";
    private const string Court = $"(?:最高法|[{Provinces}][0-9]*)";
    private const string Start = $@"{Year}{Court}\p{{Lo}}{{1,8}}?(?:第)?";

    [GeneratedRegex(@"[\[{<【〔〖《〈「『]")]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\]}>】〕〗》〉」』]")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:\((?=\(+[0-9])|[""'“”‘’])*(?:案号[为是]?:?)?[""'“”‘’]*|(?<!^.{0,6})[)""'“”‘’.。,，;；、!！?？]+$")]
    private static partial Regex Wrapping();

    [GeneratedRegex(
        $@"(?:{Start}[0-9]+|(?<![0-9])\(*[0-9]{{4}}\)*\p{{Lo}}{{2,16}}?字第?[0-9]+(?:-[0-9]+)?)号(?:之[一二三四五六七八九十0-9]{{1,3}})?(?![之一二三四五六七八九十百0-9])"
    )]
    private static partial Regex Number();

    private const string FromTo =
        $@"(?<head>{Start})(?<first>[0-9]+)号?(?:至|到|—|–|~|(?<!字第?[0-9]+号?)-)(?<again>{Start})?第?(?<last>[0-9]+)";

    [GeneratedRegex($"^{FromTo}号?$")]
    private static partial Regex Range();

    [GeneratedRegex($"{FromTo}号")]
    private static partial Regex RangeAmong();

    [GeneratedRegex("^第?(?<n>[0-9]+)号?$")]
    private static partial Regex Short();

    [GeneratedRegex($"^{Start}(?=[0-9]+号?(?:之.*)?$)")]
    private static partial Regex Head();
}
