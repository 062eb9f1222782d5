using Domain.Cases;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases.Import;

/// <summary>A record and the PDF that it names, saved at the same moment, did not see each other: brought together afterwards.</summary>
public sealed class MatchCaseFiles(CourtDb db, TimeProvider clock)
{
    private static readonly TimeSpan s_back = TimeSpan.FromDays(1);

    /// <returns>How many can be opened from now on.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - s_back;
        return await db.Set<CaseFile>()
            .Where(f => f.Sha256 == "" && f.ExpectedHash != "")
            .Where(f => db.Set<ArrivedFile>().Any(a => a.Sha256 == f.ExpectedHash && a.ArrivedAt > since))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Sha256, f => f.ExpectedHash), ct);
    }
}
