using Domain.Auditing;
using Domain.Shared;
using Infrastructure.DocumentService.Search;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;

namespace Infrastructure.Search;

/// <summary>
/// 全局搜索: orders, cases, people, services, documents and submissions by a number, a phone or the beginning of a name or title, each within what
/// the actor reaches. By beginnings, as services are searched (ADR 21).
/// </summary>
public sealed class EverySearch(CourtDb db, SearchQueries orders, ServiceSearch services, IAudit audit, TimeProvider clock)
{
    /// <summary>Beginnings that are shorter say nothing of one person among a city's.</summary>
    public const int ShortestName = 2;

    private const int Suggested = 4;
    private const int PageSize = 20;

    /// <summary>A few of each group, while somebody types.</summary>
    public async Task<IReadOnlyList<SearchHit>> Suggest(string typed, Actor by, CancellationToken ct)
    {
        var reading = orders.Read(typed);
        if (IsTooShort(reading, typed))
            return [];
        audit.Searched("搜索提示", typed, by);
        List<SearchHit> hits = [];
        foreach (var group in SearchGroups.All)
            hits.AddRange((await Find(group, reading, typed, null, Suggested, by, ct)).Rows);
        return hits;
    }

    /// <summary>One group, page by page.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<SearchHits> Find(SearchGroup group, string typed, Cursor? after, Actor by, CancellationToken ct)
    {
        var reading = orders.Read(typed);
        if (IsTooShort(reading, typed))
            return new(reading.Message, new([], null));
        audit.Searched(group.Chinese(), typed, by, after);
        return new(reading.Message, await Find(group, reading, typed, after, PageSize, by, ct));
    }

    private static bool IsTooShort(SearchReading reading, string typed) =>
        TypedText.Normalise(typed).Length is 0 || (reading.Kind == SearchKind.Name && reading.Value.Length < ShortestName);

    private Task<Page<SearchHit>> Find(
        SearchGroup group,
        SearchReading reading,
        string typed,
        Cursor? after,
        int size,
        Actor by,
        CancellationToken ct
    ) =>
        group switch
        {
            SearchGroup.Orders => orders.Hits(reading, after, size, by, ct),
            SearchGroup.Cases => db.FindCases(reading, ChinaTime.DayOf(clock.GetUtcNow()).Year, after, size, by, ct),
            SearchGroup.People => db.FindPeople(reading, after, size, by, ct),
            SearchGroup.Staff => db.FindStaff(reading, after, size, ct),
            SearchGroup.Services => services.Hits(new ServiceTerms(Words: typed), after, size, by, ct),
            SearchGroup.Documents => services.Documents(reading, typed, after, size, by, ct),
            SearchGroup.Submissions => db.FindSubmissions(reading, by, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };
}
