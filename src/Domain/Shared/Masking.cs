using System.Text;
using System.Text.RegularExpressions;

namespace Domain.Shared;

/// <summary>
/// How personal data is shown (domain facts §10.3). Everything is masked unless somebody with a reason asks; what is not understood is
/// hidden.
/// </summary>
public static partial class Masking
{
    private static readonly HashSet<string> s_compoundSurnames =
    [
        "欧阳",
        "司徒",
        "司马",
        "司空",
        "上官",
        "诸葛",
        "东方",
        "东郭",
        "皇甫",
        "尉迟",
        "公孙",
        "公冶",
        "令狐",
        "慕容",
        "宇文",
        "长孙",
        "夏侯",
        "端木",
        "轩辕",
        "呼延",
        "南宫",
        "西门",
        "独孤",
        "闻人",
        "澹台",
        "淳于",
        "单于",
        "申屠",
        "钟离",
        "鲜于",
        "闾丘",
        "濮阳",
        "赫连",
        "万俟",
        "完颜",
        "拓跋",
        "纳兰",
        "叶赫",
        "百里",
        "太史",
    ];

    /// <returns>张*, 陈**, 欧阳**; a company keeps its place and kind: 广州**贸易有限公司; a public body keeps its name.</returns>
    public static string Name(string name)
    {
        if (IsOrganisation(name))
            return OrganisationNames.Mask(name);
        var characters = name.EnumerateRunes().ToList(); // 𬭎 is one character of two UTF-16 units
        if (characters.Count <= 1)
            return name;
        var surname = characters.Count > 2 && s_compoundSurnames.Contains(Text(characters[..2])) ? 2 : 1;
        return Text(characters[..surname]) + new string('*', characters.Count - surname);
    }

    /// <summary>For the person themself and for the other side in their own case: first and last stay.</summary>
    /// <returns>陈*华; two characters: 张*.</returns>
    public static string NameForSelf(string name)
    {
        var characters = name.EnumerateRunes().ToList();
        return characters.Count < 3 || IsOrganisation(name)
            ? Name(name)
            : characters[0] + new string('*', characters.Count - 2) + characters[^1];
    }

    public static bool IsOrganisation(string name) => OrganisationNames.Recognises(name);

    /// <param name="phone">As <see cref="PhoneNumber.TryRead"/> gives it.</param>
    /// <returns>138****8000, 020****0000, 0755****0000, ****0000; an extension is left out.</returns>
    public static string Phone(string phone) =>
        PhoneParts().Match(phone) is { Success: true } parts
            ? parts.Groups["head"].Value + "****" + parts.Groups["tail"].Value
            : new string('*', phone.Length);

    /// <summary>For staff who verified the caller.</summary>
    /// <returns>440104********1234.</returns>
    public static string IdNumber(string idNumber) =>
        HasEighteen(idNumber) ? idNumber[..6] + "********" + idNumber[14..] : new string('*', idNumber.Length);

    /// <returns>4****************4.</returns>
    public static string IdNumberStrict(string idNumber) =>
        HasEighteen(idNumber) ? idNumber[0] + new string('*', 16) + idNumber[^1] : new string('*', idNumber.Length);

    /// <summary>To the district at most.</summary>
    /// <returns>广州市越秀区***; *** where no district or city is recognised at the beginning.</returns>
    public static string Address(string address) => District().Match(address.Trim()).Value + "***";

    /// <returns>zh***@example.com.</returns>
    public static string Email(string email)
    {
        var at = email.LastIndexOf('@');
        return at <= 0 ? "***" : Text(email[..at].EnumerateRunes().Take(at <= 2 ? 1 : 2)) + "***" + email[at..];
    }

    private static bool HasEighteen(string idNumber) => idNumber.Length == 18 && Ascii.IsValid(idNumber);

    private static string Text(IEnumerable<Rune> characters) => string.Concat(characters);

    [GeneratedRegex(
        "^(?<head>1[0-9]{2})[0-9]{4}(?<tail>[0-9]{4})$|^(?<head>0(?:10|2[0-9]|[3-9][0-9]{2}))?[0-9]{3,4}(?<tail>[0-9]{4})(?:-[0-9]+)?$"
    )]
    private static partial Regex PhoneParts();

    // Nothing that names a street comes before 市 or 区; 小区 and its like are homes, not districts.
    [GeneratedRegex(
        "^(?:[^省市区县路街道巷号]{2,8}(?:省|自治区))?(?:[^省市区县路街道巷号]{2,8}(?:市|自治州))?(?:[^省市区县路街道巷号]{1,6}(?:(?<![小社园校厂院舍活厦])区|县|旗))?"
    )]
    private static partial Regex District();
}
