using System.Text;
using System.Text.RegularExpressions;

namespace Domain.WorkOrders;

/// <summary>
/// Whether words may reach a phone before anybody has proved whose it is (domain facts §10.3, §10.4). Telephones of offices and the way to a
/// court are what answers are asked for, so they may.
/// </summary>
public static partial class OpenWords
{
    /// <summary>A number of an ID card, passport or permit, also one written in groups.</summary>
    public static bool HoldIdNumber(string words) => IdNumber().IsMatch(Plain(words));

    /// <param name="ownPhone">Of whoever the words are for, in normal form.</param>
    /// <returns>What stands against it, as the judge reads it; null where nothing does.</returns>
    public static string? WhyNot(string words, string ownPhone, bool isSensitive)
    {
        if (isSensitive)
            return "案件不公开，内容不外发";
        var plain = Plain(words);
        return IdNumber().IsMatch(plain) ? "答复里有证件号"
            : CardNumber().IsMatch(plain) ? "答复里有银行卡号"
            : Mobile().Matches(plain).Any(m => m.Value.Replace("-", "", StringComparison.Ordinal) != ownPhone) ? "答复里有别人的手机号"
            : Sentences().Split(plain).Any(IsHome) ? "答复里有住址"
            : null;
    }

    private static string Plain(string words) => Gap().Replace(words.Normalize(NormalizationForm.FormKC), "");

    /// <summary>As an SMS or a call says it: one line, and no brackets that carriers take for a signature.</summary>
    public static string InOneLine(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('【', '[').Replace('】', ']');

    private static bool IsHome(string sentence) => Street().IsMatch(sentence) && !OfCourt().IsMatch(sentence);

    // 6222 0212 3456 7890: numbers are written in groups.
    [GeneratedRegex("(?<=[0-9]) (?=[0-9])")]
    private static partial Regex Gap();

    // 居民身份证 of 18 and 15 digits; passports and permits of a letter and eight or more digits.
    [GeneratedRegex("(?<![0-9])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9])|(?<![A-Za-z0-9])[A-Z][0-9]{8,10}(?![0-9-])")]
    private static partial Regex IdNumber();

    [GeneratedRegex("[0-9]{12,}")]
    private static partial Regex CardNumber();

    [GeneratedRegex("(?<![0-9])1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}(?![0-9])")]
    private static partial Regex Mobile();

    [GeneratedRegex("[。！？!?;\n]")]
    private static partial Regex Sentences();

    // With a room, or with the number of a house; 11 月 20 号 is a day.
    [GeneratedRegex(
        "(?:路|街|巷|大道|村)[^,，。月]{0,4}[0-9]+号|(?:路|街|巷|大道|村|苑|花园|小区|号)[^,，。月]{0,12}[0-9]+(?:栋|幢|座|单元|室|房)"
    )]
    private static partial Regex Street();

    [GeneratedRegex("法院|法庭|诉讼服务|立案大厅|信访|调解中心|仲裁委|派出所|法律援助|不动产登记")]
    private static partial Regex OfCourt();
}
