using System.Text.Json;
using Domain.WorkOrders;

namespace MiniProgramApi.WorkOrders;

/// <param name="Plain">What a litigant reads.</param>
public sealed record CategoryRow(Category Code, string Name, string Plain, string Hint);

internal static class LitigantCategories
{
    /// <summary>What a litigant can choose, the commonest first. Petitions have their own way, and urging is a button.</summary>
    public static IReadOnlyList<CategoryRow> All { get; } =
    [
        Row(Category.CaseQuery, "案子到哪一步了", "什么时候立案、开庭、出结果"),
        Row(Category.HandOverMaterials, "交材料、交证据", "怎么交、交到哪、要不要原件"),
        Row(Category.ContactJudge, "有话想对法官说", "开庭来不了、想换日期、愿意谈和解"),
        Row(Category.IssueDocument, "要文书、开证明", "判决书、生效证明、调查令"),
        Row(Category.LitigationConsultation, "不懂打官司的规矩", "程序、期限、费用"),
        Row(Category.FilingConsultation, "想起诉，问怎么立案", "要准备什么、去哪家法院"),
        Row(Category.Suggestion, "提意见、提建议", "哪里可以做得更好"),
        Row(Category.Complaint, "投诉", "对办案或者服务不满意"),
    ];

    /// <param name="code">As in JSON: <c>caseQuery</c>.</param>
    /// <returns>Null for one that is not offered.</returns>
    public static Category? Read(string code) =>
        All.FirstOrDefault(c => JsonNamingPolicy.CamelCase.ConvertName(c.Code.ToString()) == code)?.Code;

    public static bool Offers(Category category) => All.Any(c => c.Code == category);

    private static CategoryRow Row(Category code, string plain, string hint) => new(code, code.Chinese(), plain, hint);
}
