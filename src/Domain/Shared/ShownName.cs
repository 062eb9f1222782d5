namespace Domain.Shared;

/// <summary>
/// How the name of a person before the court is shown to staff: the one rule of every page, export and bulletin (domain facts §10.3, §10.4).
/// Official words to the person themself are another thing: those name them in full.
/// </summary>
public static class ShownName
{
    /// <summary>In place of every name of a juvenile or family case.</summary>
    public const string Hidden = "姓名不显示";

    /// <summary>In place of a name that was not given.</summary>
    public const string Unnamed = "未留名";

    /// <summary>In place of the name of an account whose identity is not verified.</summary>
    public const string Unverified = "未实名用户";

    /// <returns>张*; 姓名不显示; what stands in place of a name as it is.</returns>
    public static string Of(string name, bool isSensitive) =>
        IsName(name)
            ? isSensitive
                ? Hidden
                : Masking.Name(name)
            : name;

    /// <summary>For those who serve papers or say what the law makes of it: in full, but hidden all the same.</summary>
    public static string Whole(string name, bool isSensitive) => isSensitive && IsName(name) ? Hidden : name;

    /// <summary>A party where its case is shown: in full to those whose case it is.</summary>
    public static string InCase(string name, bool isSensitive, bool isWhole) => isWhole ? Whole(name, isSensitive) : Of(name, isSensitive);

    /// <returns>原告 张*.</returns>
    public static string InRole(string role, string name, bool isSensitive) => $"{role} {Of(name, isSensitive)}".Trim();

    /// <summary>Leaders and judges where the public or a phone may read along: by surname, whatever the case.</summary>
    public static string OfStaff(string name) => Masking.Name(name);

    public static bool IsName(string name) => name.Length > 0 && name is not (Unnamed or Unverified);
}
