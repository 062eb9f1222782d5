using System.Text.RegularExpressions;

namespace Domain.Shared;

/// <summary>How personal data is shown (domain facts §10.3). Everything is masked unless somebody with a reason asks.</summary>
public static partial class Masking
{
    private static readonly HashSet<string> s_compoundSurnames =
    [
        "欧阳", "司徒", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "宇文", "长孙", "夏侯", "端木", "轩辕", "呼延", "南宫", "独孤", "闻人",
    ];

    private static readonly string[] s_companyEndings = ["股份有限公司", "有限责任公司", "有限公司", "合伙企业", "事务所", "公司", "集团", "中心", "银行", "医院", "学校", "厂", "店"];

    /// <returns>张*, 陈**, 欧阳**; an organisation keeps its place and kind: 广州**贸易有限公司.</returns>
    public static string Name(string name)
    {
        if (s_companyEndings.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal)) is { } ending && name.Length > 4) return Company(name, ending);
        if (name.Length <= 1) return name;
        var surname = name.Length > 2 && s_compoundSurnames.Contains(name[..2]) ? 2 : 1;
        return name[..surname] + new string('*', name.Length - surname);
    }

    /// <summary>For the person themself and for the other side in their own case: first and last stay.</summary>
    /// <returns>陈*华; two characters: 张*.</returns>
    public static string NameForSelf(string name) =>
        name.Length < 3 || s_companyEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) ? Name(name) : name[0] + new string('*', name.Length - 2) + name[^1];

    /// <returns>138****8000; a landline keeps its last two digits.</returns>
    public static string Phone(string phone) => phone.Length switch
    {
        11 => phone[..3] + "****" + phone[7..],
        > 4 => phone[..(phone.Length - 6 > 0 ? phone.Length - 6 : 0)] + "****" + phone[^2..],
        _ => new string('*', phone.Length),
    };

    /// <summary>For staff who verified the caller.</summary>
    /// <returns>440104********1234.</returns>
    public static string IdNumber(string idNumber) => idNumber.Length == 18 ? idNumber[..6] + "********" + idNumber[14..] : new string('*', idNumber.Length);

    /// <returns>4****************4.</returns>
    public static string IdNumberStrict(string idNumber) => idNumber.Length == 18 ? idNumber[0] + new string('*', 16) + idNumber[^1] : new string('*', idNumber.Length);

    /// <returns>广州市越秀区***.</returns>
    public static string Address(string address) => District().Match(address) is { Success: true } match ? match.Value + "***" : "***";

    /// <returns>z***@example.com.</returns>
    public static string Email(string email) => email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? email[0] + "***" + email[at..] : "***";

    /// <summary>As the courts' own messages print it: which court and kind, not which case.</summary>
    /// <param name="caseNumber">Normal form.</param>
    /// <returns>(…)粤0104民...号.</returns>
    public static string CaseNumberForSms(string caseNumber) => Cases.CaseNumber.Read(caseNumber, int.MaxValue - 1).Number?.Masked ?? "";

    private static string Company(string name, string ending)
    {
        var kind = name.Length >= ending.Length + 4 ? 2 : 0;
        var place = Place().Match(name) is { Success: true } match ? match.Length : 1;
        return place >= name.Length - ending.Length ? name[..1] + "**" + ending : name[..place] + "**" + name[(name.Length - ending.Length - (place + kind < name.Length - ending.Length ? kind : 0))..];
    }

    [GeneratedRegex("^.*?[市].*?[区县]|^.*?[区县市]")]
    private static partial Regex District();

    [GeneratedRegex("^(?:广东省|广东)?(?:广州市|广州|深圳市|深圳|佛山市|佛山|东莞市|东莞|.{2,3}?[市省])")]
    private static partial Regex Place();
}
