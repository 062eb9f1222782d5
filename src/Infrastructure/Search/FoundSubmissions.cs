using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Search;

/// <summary>Materials and applications by the number of their receipt.</summary>
internal static class FoundSubmissions
{
    public static async Task<Page<SearchHit>> FindSubmissions(this CourtDb db, SearchReading reading, Actor by, CancellationToken ct)
    {
        if (reading.Kind != SearchKind.ReceiptNumber)
            return new([], null);
        var found = await db.SubmissionsVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(s => s.Number == reading.Value, ct);
        return new(found is null ? [] : [Hit(found)], null);
    }

    private static SearchHit Hit(Submission found) =>
        new(
            SearchGroup.Submissions,
            found.Id,
            found.Number,
            $"{found.Rule.Title}，{ChinaTime.DayOf(found.SentAt):yyyy-MM-dd}，{found.State.Chinese(found.Group)}",
            found.CaseNumber
        );
}
