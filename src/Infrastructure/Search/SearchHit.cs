using Infrastructure.Paging;
using Infrastructure.WorkOrders;

namespace Infrastructure.Search;

/// <summary>What the search of every page looks through, in the order in which it is shown.</summary>
public enum SearchGroup
{
    Orders,
    Cases,

    /// <summary>Parties and agents, each in a case.</summary>
    People,

    Staff,
    Services,

    /// <summary>Served documents.</summary>
    Documents,

    /// <summary>Materials and applications.</summary>
    Submissions,
}

/// <param name="Id">Of the record that it leads to: order, case, a colleague's court, service or submission.</param>
/// <param name="Title">What it is known by: a name is shown as its viewer may see it.</param>
/// <param name="Detail">What tells it from others of that title.</param>
/// <param name="CaseNumber">Normal form, where it is of a case.</param>
public sealed record SearchHit(SearchGroup Group, Guid Id, string Title, string Detail, string? CaseNumber = null);

/// <param name="Message">What was repaired, assumed or wrong; empty when nothing.</param>
public sealed record SearchHits(string Message, Page<SearchHit> Page);

public static class SearchGroups
{
    public static IReadOnlyList<SearchGroup> All { get; } = Enum.GetValues<SearchGroup>();

    public static string Chinese(this SearchGroup group) =>
        group switch
        {
            SearchGroup.Orders => "工单",
            SearchGroup.Cases => "案件",
            SearchGroup.People => "当事人和代理人",
            SearchGroup.Staff => "工作人员",
            SearchGroup.Services => "送达",
            SearchGroup.Documents => "已送达的文书",
            SearchGroup.Submissions => "材料和申请",
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };

    internal static SearchHit Hit(this OrderListRow row) =>
        new(SearchGroup.Orders, row.Id, row.Number, $"{row.Requester}：{row.Title}", row.CaseNumber);
}
