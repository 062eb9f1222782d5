using Domain.Organisation;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Search;

/// <summary>Colleagues by the beginning of their name: some thousand in the city. Where they sit is everybody's to know, their numbers are not.</summary>
internal static class FoundStaff
{
    public static async Task<Page<SearchHit>> FindStaff(
        this CourtDb db,
        SearchReading reading,
        Cursor? after,
        int size,
        CancellationToken ct
    )
    {
        if (reading.Kind != SearchKind.Name)
            return new([], null);
        var begins = Beginnings.Of(reading.Value);
        var rows = await (
            from post in db.Set<Post>()
                .AsNoTracking()
                .Where(p => p.IsActive && p.Staff.IsActive && EF.Functions.Like(p.Staff.Name, EF.Constant(begins), Beginnings.Escape))
                .EarliestFirst(after, p => p.Id, size)
            join court in db.Set<Court>() on post.CourtId equals court.Id
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            orderby post.Id
            select new
            {
                post.Id,
                post.CourtId,
                post.Staff.Name,
                post.Role,
                Court = court.ShortName,
                Division = division.ShortName,
            }
        ).ToListAsync(ct);
        return Page<(SearchHit Hit, Guid Post)>
            .Of(
                [
                    .. rows.Select(r =>
                        (new SearchHit(SearchGroup.Staff, r.CourtId, r.Name, $"{r.Role.Chinese()}，{r.Court} {r.Division}"), r.Id)
                    ),
                ],
                r => new Cursor(default, r.Post),
                size
            )
            .As(r => r.Hit);
    }
}
