namespace Domain.Organisation;

public enum CourtLevel
{
    Intermediate,
    Basic,
    High,
    Other,
}

/// <summary>A court as it is known outside this system: what demo data and reading a case number start from.</summary>
/// <param name="Codes">法院代字 in case numbers, the one in daily use first: 粤0104.</param>
/// <param name="Aliases">Other names that people write; none of them names two courts.</param>
/// <param name="StatCode">
/// 统计代码 of the court's old hearing notices. It looks like a case code and is not: 440111 is 花都 here, 粤0111 is 白云.
/// Never derive one from the other. Null where not known.
/// </param>
public sealed record CourtFact(
    string Slug,
    string FullName,
    string ShortName,
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> Aliases,
    string? StatCode,
    CourtLevel Level,
    string? ParentSlug,
    bool InScope
);

/// <summary>广州两级法院 (13 units) and the neighbours whose case numbers reach this platform by mistake or by appeal.</summary>
public static class CourtFacts
{
    public const string InternetCourt = "gz-int";

    public static IReadOnlyList<CourtFact> All { get; } =
    [
        new(
            "gz-zy",
            "广东省广州市中级人民法院",
            "广州中院",
            ["粤01"],
            ["广州市中级人民法院", "广州市中院"],
            null,
            CourtLevel.Intermediate,
            "gd-gy",
            InScope: true
        ),
        District("liwan", "荔湾", "粤0103", "440103"),
        District("yuexiu", "越秀", "粤0104", "440104"),
        District("haizhu", "海珠", "粤0105", "440105"),
        District("tianhe", "天河", "粤0106", "440107"),
        District("baiyun", "白云", "粤0111", "440109"),
        District("huangpu", "黄埔", "粤0112", "440108"),
        District("panyu", "番禺", "粤0113", "440114"),
        District("huadu", "花都", "粤0114", "440111"),
        Nansha(),
        District("conghua", "从化", "粤0117", "440112", "从化市人民法院"),
        District("zengcheng", "增城", "粤0118", "440113", "增城市人民法院"),
        new(InternetCourt, "广州互联网法院", "广州互联网法院", ["粤0192"], ["互联网法院"], null, CourtLevel.Basic, "gz-zy", InScope: true),
        new(
            "gz-ip",
            "广州知识产权法院",
            "知识产权法院",
            ["粤73"],
            ["广州知产法院"],
            null,
            CourtLevel.Intermediate,
            "gd-gy",
            InScope: false
        ),
        new("gz-rail-zy", "广州铁路运输中级法院", "广铁中院", ["粤71"], [], null, CourtLevel.Intermediate, "gd-gy", InScope: false),
        new("gz-rail", "广州铁路运输法院", "广铁法院", ["粤7101"], [], null, CourtLevel.Basic, "gz-rail-zy", InScope: false),
        new("zq-rail", "肇庆铁路运输法院", "肇铁法院", ["粤7102"], [], null, CourtLevel.Basic, "gz-rail-zy", InScope: false),
        new("gz-mar", "广州海事法院", "广州海事法院", ["粤72"], ["海事法院"], null, CourtLevel.Intermediate, "gd-gy", InScope: false),
        new("gd-gy", "广东省高级人民法院", "广东高院", ["粤"], ["广东省高院", "省高院"], null, CourtLevel.High, null, InScope: false),
    ];

    private static readonly Dictionary<string, CourtFact> ByCode = All.SelectMany(court => court.Codes, (court, code) => (court, code))
        .ToDictionary(x => x.code, x => x.court);

    /// <param name="code">法院代字 as in a case number: 粤0104. Not a 统计代码.</param>
    public static CourtFact? ByCaseCode(string code) => ByCode.GetValueOrDefault(code);

    private static CourtFact District(string slug, string district, string code, string statCode, params string[] olderNames) =>
        new(
            slug,
            $"广州市{district}区人民法院",
            $"{district}法院",
            [code],
            [$"{district}区人民法院", $"{district}区法院", .. olderNames],
            statCode,
            CourtLevel.Basic,
            "gz-zy",
            InScope: true
        );

    /// <summary>One unit under two names and two codes: the district court and the court of the free trade area.</summary>
    private static CourtFact Nansha()
    {
        var district = District("nansha", "南沙", "粤0115", "440115");
        return district with
        {
            Codes = ["粤0115", "粤0191"],
            Aliases = [.. district.Aliases, "广东自由贸易区南沙片区人民法院", "南沙自贸区法院"],
        };
    }
}
