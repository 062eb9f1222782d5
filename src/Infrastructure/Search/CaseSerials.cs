using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Search;

/// <summary>Case numbers that a bare number may stand for at the actor's own court.</summary>
internal static class CaseSerials
{
    public static async Task<IReadOnlyList<string>> CaseKeysOfSerial(
        this CourtDb db,
        string typed,
        int thisYear,
        Actor by,
        CancellationToken ct
    )
    {
        if (by.Post is not { CourtId: var court })
            return [];
        var slug = await db.Set<Court>().Where(c => c.Id == court).Select(c => c.Slug).SingleAsync(ct);
        return CaseSerial.Keys(typed, CourtFacts.All.Single(f => f.Slug == slug).Codes.Take(1), thisYear);
    }
}
