using Domain.Cases;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases.Import;

/// <summary>What stands here of a case, for the system that sends it.</summary>
/// <param name="Version">Of the record that was taken over last; null for a case that came another way.</param>
/// <param name="OpenConflicts">Values that differ from what a person entered here and that nobody has decided yet.</param>
/// <param name="FilesMissing">SHA-256 of PDFs that its main volume names and that have not come.</param>
public sealed record RecordState(
    string Number,
    long? Version,
    DateTimeOffset? ChangedAt,
    int OpenConflicts,
    IReadOnlyList<string> FilesMissing
);

public sealed class RecordStateQueries(CourtDb db)
{
    /// <param name="court">Of whose cases alone; null for all.</param>
    /// <returns>Null when there is no such case, or it is another court's.</returns>
    public async Task<RecordState?> Find(string number, Guid? court, CancellationToken ct)
    {
        if (CaseNumber.Read(number, int.MaxValue - 1).CaseKey is not { } key)
            return null;
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Number == key && (court == null || c.CourtId == court))
            .Select(c => new
            {
                c.Number,
                Record = db.Set<CaseRecord>().FirstOrDefault(r => r.Id == c.Id),
                Conflicts = db.Set<CaseConflict>().Count(x => x.CaseId == c.Id && x.State == ConflictState.Open),
                Missing = c
                    .Files.Where(f => f.Sha256 == "" && f.ExpectedHash != "" && f.RemovedAt == null)
                    .Select(f => f.ExpectedHash)
                    .ToList(),
            })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new RecordState(
                CaseNumber.DisplayOf(found.Number),
                found.Record?.SourceVersion,
                found.Record?.ChangedAt,
                found.Conflicts,
                [.. found.Missing.Distinct()]
            );
    }
}
