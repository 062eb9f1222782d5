using Domain.Auditing;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Auditing;

/// <summary>Brings the rows of finished files into the database, each once, then drops the file.</summary>
public sealed partial class KeepAudit(CourtDb db, AuditSpool spool, ILogger<KeepAudit> log)
{
    private const int Batch = 500;

    /// <returns>How many rows were brought over.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        spool.Turn();
        var kept = 0;
        List<Exception> failures = [];
        foreach (var path in spool.Files())
        {
            try
            {
                using (var file = AuditSpool.Take(path))
                {
                    if (file is null)
                        continue;
                    kept += await Keep(file, ct);
                }

                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or DbUpdateException)
            {
                failures.Add(e); // stays, and holds up no other
                db.ChangeTracker.Clear();
            }
        }

        return failures.Count == 0 ? kept : throw new AggregateException(failures);
    }

    private async Task<int> Keep(FileStream file, CancellationToken ct)
    {
        var kept = 0;
        List<AuditEntry> batch = [];
        using var lines = new StreamReader(file, leaveOpen: true);
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (AuditSpool.Read(line) is { } entry)
                batch.Add(entry);
            else
                Broken(log, file.Name, line);
            if (batch.Count < Batch)
                continue;
            kept += await Keep(batch, ct);
            batch.Clear();
        }

        return kept + await Keep(batch, ct);
    }

    /// <summary>A kill between the rows and the end of the file brings the same rows again.</summary>
    private async Task<int> Keep(List<AuditEntry> batch, CancellationToken ct)
    {
        var ids = batch.ConvertAll(e => e.Id);
        var known = await db.Set<AuditEntry>().Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToHashSetAsync(ct);
        var rows = batch.Where(e => !known.Contains(e.Id)).ToList();
        db.Set<AuditEntry>().AddRange(rows);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return rows.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A line of the audit file {File} cannot be read: {Line}")]
    private static partial void Broken(ILogger log, string file, string line);
}
