using Infrastructure.Search;
using Portal.Shared;

namespace Portal.Search;

/// <summary>Where a hit of the search leads, and what stands beside its group.</summary>
public static class SearchWords
{
    public static string Href(this SearchHit hit) =>
        hit.Group switch
        {
            SearchGroup.Orders => $"/work-orders/{hit.Id}",
            SearchGroup.Cases or SearchGroup.People => CaseLink.Href(hit.CaseNumber!),
            SearchGroup.Staff => $"/contacts?court={hit.Id}",
            SearchGroup.Submissions => $"/submissions/{hit.Id}",
            SearchGroup.Services or SearchGroup.Documents => $"/service/{hit.Id}",
            _ => throw new ArgumentOutOfRangeException(nameof(hit), hit.Group, null),
        };

    public static string Icon(this SearchGroup group) =>
        group switch
        {
            SearchGroup.Orders => "fa-inbox",
            SearchGroup.Cases => "fa-folder-open",
            SearchGroup.People => "fa-user",
            SearchGroup.Staff => "fa-id-badge",
            SearchGroup.Services => "fa-paper-plane",
            SearchGroup.Documents => "fa-file-lines",
            SearchGroup.Submissions => "fa-file-import",
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };

    public static string Address(string typed) => $"/search?q={Uri.EscapeDataString(typed.Trim())}";
}
