using Domain.Shared;
using Infrastructure.DocumentService.Search;
using Infrastructure.Paging;
using Infrastructure.WorkOrders;

namespace Infrastructure.Search;

/// <summary>Services by case, task, phone or recipient, and served documents by serial or the beginning of their title.</summary>
internal static class FoundServices
{
    public static async Task<Page<SearchHit>> Hits(
        this ServiceSearch services,
        ServiceTerms terms,
        Cursor? after,
        int size,
        Actor by,
        CancellationToken ct
    ) =>
        (await services.Page(terms, after, size, by, ct)).As(s => new SearchHit(
            SearchGroup.Services,
            s.Id,
            $"送达 {s.Recipient}",
            $"{s.TaskNumber}，{ChinaTime.DayOf(s.BegunAt):yyyy-MM-dd}，{s.Documents}",
            s.CaseNumber
        ));

    public static async Task<Page<SearchHit>> Documents(
        this ServiceSearch services,
        SearchReading reading,
        string typed,
        Cursor? after,
        int size,
        Actor by,
        CancellationToken ct
    )
    {
        var terms = reading.Kind switch
        {
            SearchKind.Name => new ServiceTerms(Title: reading.Value),
            SearchKind.CaseNumber or SearchKind.CaseNumbers => new ServiceTerms(Words: typed),
            _ when services.Read(new(typed)).Kind is ServiceWords.Serial => new ServiceTerms(Words: typed),
            _ => null,
        };
        if (terms is null)
            return new([], null);
        return (await services.Page(terms, after, size, by, ct)).As(s => new SearchHit(
            SearchGroup.Documents,
            s.Id,
            s.Documents,
            $"{ChinaTime.DayOf(s.BegunAt):yyyy-MM-dd} 送达 {s.Recipient}",
            s.CaseNumber
        ));
    }
}
